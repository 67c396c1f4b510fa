logreg calc --color=always 0.5
