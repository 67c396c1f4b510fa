logreg --version
