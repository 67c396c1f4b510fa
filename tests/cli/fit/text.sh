# The first thing anybody does.
logreg fit @challenger
