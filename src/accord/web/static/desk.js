// The desk without a script is whole; this makes it quick.
