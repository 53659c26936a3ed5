# wrong-files
