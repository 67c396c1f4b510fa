# The first year of a program's calendar below a few others: told where these are near to one another and far above it, and not where it may be one of their kind.
years() {
    awk -v years="$2" -v lowest="$1" 'BEGIN {
        n = split(years, year, ",")
        print "year,x,y"
        for (i = 0; i < 60; i++) print (i % 9 == 4 ? lowest : year[1 + i % n]) "," i * 17 % 53 "," (i * i % 7 > 2) }' >years.csv
    echo "$1 below $2"
    logreg doctor years.csv | grep -A2 'disguise' || echo silent
}
years 1900 2010,2012,2013,2016
years 1970 2001,2002,2003
years 1899 1990,2001,2010,2018
years 1900 2000,2010,2020
years 1900 1950,1970,2000,2010
years 1900 1950,2000
years 1970 1990,1995,1996
