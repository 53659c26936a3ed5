# armenia
