"""Visits, and meetings of people in office: who goes where, who meets whom."""
