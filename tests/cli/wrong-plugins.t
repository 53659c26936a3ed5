# wrong-plugins
