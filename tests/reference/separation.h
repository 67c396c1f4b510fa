/* Made by separation.py. */
static const expected_separation separations[] = {
    {"iris",
     "species ~ sepal_length + sepal_width + petal_length + petal_width",
     LOGREG_SEPARATION_QUASI, 50, "uuuuuuuuuu"},
    {"iris",
     "species ~ sepal_length + sepal_width",
     LOGREG_SEPARATION_QUASI, 50, "-+--+-"},
    {"iris",
     "species ~ petal_length",
     LOGREG_SEPARATION_QUASI, 50, "-+-+"},
    {"wdbc",
     "diagnosis ~ mean_radius + mean_texture + mean_perimeter + mean_area + mean_smoothness + me"
     "an_compactness + mean_concavity + mean_concave_points + mean_symmetry + mean_fractal_dimen"
     "sion + se_radius + se_texture + se_perimeter + se_area + se_smoothness + se_compactness + "
     "se_concavity + se_concave_points + se_symmetry + se_fractal_dimension + worst_radius + wor"
     "st_texture + worst_perimeter + worst_area + worst_smoothness + worst_compactness + worst_c"
     "oncavity + worst_concave_points + worst_symmetry + worst_fractal_dimension",
     LOGREG_SEPARATION_COMPLETE, 569, "uuuu+u-uu-uuuuuu+-+--uuuuuuuu++"},
    {"wdbc",
     "diagnosis ~ mean_radius + mean_texture + mean_perimeter + mean_area + mean_smoothness + me"
     "an_compactness + mean_concavity + mean_concave_points + mean_symmetry + mean_fractal_dimen"
     "sion",
     LOGREG_SEPARATION_NONE, 0, "ooooooooooo"},
    {"wdbc",
     "diagnosis ~ worst_radius + worst_texture + worst_perimeter + worst_area + worst_smoothness"
     " + worst_compactness + worst_concavity + worst_concave_points + worst_symmetry + worst_fra"
     "ctal_dimension",
     LOGREG_SEPARATION_NONE, 0, "ooooooooooo"},
    {"mtcars",
     "am ~ wt + gear",
     LOGREG_SEPARATION_COMPLETE, 32, "u-+"},
    {"mtcars",
     "vs ~ cyl + qsec",
     LOGREG_SEPARATION_COMPLETE, 32, "--+"},
    {"mtcars",
     "am ~ mpg + wt + qsec + cyl",
     LOGREG_SEPARATION_COMPLETE, 32, "+uu-u"},
    {"mtcars",
     "gear ~ am + vs",
     LOGREG_SEPARATION_QUASI, 12, "-++-++"},
};
