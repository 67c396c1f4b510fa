/* What lies about in tables beside the data, and what the reader says about it. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "oom.h"

static void undresses_numbers(void)
{
    static const file_case table[] = {
        GIVES("a,b\n$74.69,1\n$3,2\n",
              "f.csv:2:1 'a': '$74.69' is a number with its unit (2 of 2 values). Take the unit out, " CELLS(
                  ",", "s/ ?\\$// for $F[0]") ", or use --categorical a"),
        GIVES("a;b\n1.234,5;1\n2;2\n",
              "f.csv:2:1 'a': '1.234,5' is a number with marks between thousands (1 of 2 values). Take out "
              "what is no digit "
              "and no decimal mark, " CELLS(";", "s/\\.(?=\\d)//g for $F[0]") ", or use --categorical a",
              .decimal = ','),
        GIVES("a,b\n\"1,234\",1\n\"1,234,567.5\",2\n",
              "f.csv:2:1 'a': '1,234' is a number with marks between thousands (2 of 2 values). Take out "
              "what is no digit and "
              "no decimal mark, " CELLS(",", "s/,(?=\\d)//g for $F[0]") ", or use --categorical a"),
        GIVES("a,b\n\"1,234\",1\n7,2\n",
              "f.csv:2:1 'a': '1,234' is a number with a mark before three digits (1 of 2 values). If its "
              "commas part "
              "thousands: " CELLS(",", "s/,(?=\\d)//g for $F[0]") "; if they are decimal marks: use "
                                                                  "--decimal ',', or use --categorical a"),
        GIVES("a,b\n12%,1\n(7),2\n1 234,3\n1'234.5,4\n",
              "f.csv:2:1 'a': '12%' is a number with the unit '%', which 1 of 4 values have. Bring all to "
              "one unit first, or use --categorical a"),
        GIVES("a,b\n12,1\n7*,2\n3**,4\n",
              "f.csv:3:1 'a': '7*' is a number with signs (2 of 3 values). Take out what is no digit and no "
              "decimal mark, " CELLS(",", "s/\\*//g for $F[0]") ", or use --categorical a"),
        GIVES("a,b\n12%,1\n7%,2\n", "a: [12%] [7%]; b# 1 2", .categorical = "a"),
        /* no numbers, signs or not */
        GIVES("a\n$\n%\n()\n", "a: [$] [%] [()]"),
        GIVES("a\n\"1,23\"\n\"1,2345\"\nx\n", "a: [1,23] [1,2345] [x]"),
        /* marks of either kind, a minus that is no hyphen, brackets among dashes; in another encoding */
        GIVES("a;b\n1.023,50 \xe2\x82\xac;1\n850,25 \xe2\x82\xac;2\n",
              "f.csv:2:1 'a': '1.023,50 €' is a number with its unit (2 of 2 values). Take out what is no "
              "digit and no decimal mark, " CELLS(
                  ";", "for ($F[0]) { s/ ?€//; s/\\.(?=\\d)//g }") "; then use --decimal ',', or use "
                                                                   "--categorical a"),
        GIVES("a;b\n1.023,50;1\n850,25;2\n12,5;3\n",
              "f.csv:2:1 'a': '1.023,50' is a number with marks between thousands (3 of 3 values). Take out "
              "what is no digit "
              "and no decimal mark, " CELLS(
                  ";", "s/\\.(?=\\d)//g for $F[0]") "; then use --decimal ',', or use --categorical a"),
        GIVES("a;b\n\xe2\x88\x92"
              "3;1\n4;2\n",
              "f.csv:2:1 'a': '−3' is a number with signs (1 of 2 values). Take out what is no digit and no "
              "decimal mark, " CELLS(";", "s/−/-/ for $F[0]") ", or use --categorical a"),
        GIVES("a,b\n(3.5),1\n(4),2\n5,3\n-,4\n6,5\n7,6\n8,7\n9,8\n1,9\n2,10\n",
              "f.csv:2:1 'a': '(3.5)' is a number in brackets, as some write those below 0 (2 of 10 values). "
              "Write a minus for them, " CELLS(
                  ",",
                  "s/\\( *([\\d.,]+) *\\)/-$1/ for grep /\\d/, $F[0]") ", and use --na-values 'a=-' (which "
                                                                       "leaves "
                                                                       "out 1 row); or, if this column is a "
                                                                       "category, use --categorical a"),
        GIVES("a;b\n1\xa0"
              "234;1\n4;2\n",
              "f.csv:2:1 'a': '1 234' is a number with marks between thousands (1 of 2 values). Take out "
              "what is no digit and "
              "no decimal mark, iconv -f latin1 -t utf-8 f.csv | perl -lne '@F = "
              "/(?:^|;)((?:\"[^\"]*\"|[^;])*)/g; if ($. > 1) { s/\\xc2\\xa0(?=\\d)//g for $F[0] } print join "
              "\";\", @F', and read that without --encoding, or use --categorical a",
              .encoding = "latin1"),
        GIVES("a,b\n<0.5,1\n4,2\n5,3\n",
              "f.csv:2:1 'a': '<0.5' is a bound, not a number (1 of 3 values). Put the number of the "
              "bound in its place (below a limit of detection half of it is usual too, and --na-values "
              "leaves such "
              "rows out), " CELLS(",", "s/[<>]=?// for $F[0]") ", or use --categorical a"),
        GIVES("a,b\n1,x\n.a,NA\n.b,y\n3,z\n4,z\n", "f.csv:3:1 'a': '.a' is not a number (2 of 5 values). Use "
                                                   "--na-values 'a=.a,a=.b' (which leaves out 2 rows), or "
                                                   "--categorical a"),
        GIVES("a,b\nAge,Weight\n\"{x,y}\",{z}\n1,2\n3,4\n5,6\n",
              "f.csv:2:1 'a': 'Age' is not a number (2 of 5 values). If lines 2 to 3 belong to the header, "
              "take them out: sed 2,3d f.csv; else use --na-values 'a=Age,\"a={x,y}\",b=Weight,b={z}' (which "
              "leaves "
              "out 2 rows), or --categorical a"),
    };
    CHECK(table);
}

static void brings_decimal_marks_together(void)
{
    static const file_case table[] = {
        GIVES("a;b\n1.5;1\n2,5;2\n3;3\n",
              "f.csv:3:1 'a': '2,5' is a number with the decimal mark ',', and others have '.' (1 of 3 "
              "values). Make them alike, " CELLS(";", "s/,(?=\\d)/./ for $F[0]") ", or use --categorical a"),
        GIVES("a,b\n-1.0,1\n\"-2,5\",2\n3,3\n",
              "f.csv:3:1 'a': '-2,5' is a number with the decimal mark ',', and others have '.' (1 of 3 "
              "values). Make them alike, " CELLS(",", "s/,(?=\\d)/./ for $F[0]") ", or use --categorical a"),
        GIVES("a;b\n1.5;1\n2,5;2\n3;3\n",
              "f.csv:2:1 'a': '1.5' is a number with the decimal mark '.', and others have ',' (1 of 3 "
              "values). Make them alike, " CELLS(";", "s/\\.(?=\\d)/,/ for $F[0]") ", or use --categorical a",
              .decimal = ','),
        GIVES("a;b\n1;1\n2,5;2\n3;3\n", "f.csv:3:1 'a': '2,5' is not a number with the decimal mark '.' (1 "
                                        "of 3 values). Use --decimal ',', or --categorical a"),
    };
    CHECK(table);
}

static void joins_what_commas_tear(void)
{
    static const file_case table[] = {
        GIVES("s,x,y\nm,1,5,a\nf,2,a\n",
              "f.csv:2: this row has 4 fields, the header has 3; if '1,5' is one number, write its comma as "
              "a point: sed -E '2,$s/^(([^,]*,){1}[-+]?[0-9]+),([0-9]+(,[^,]*){1}\\r?)$/\\1.\\3/' f.csv"),
        GIVES("s,x\nm,-1,5\nf,2,25\nm,3,5\n",
              "f.csv:2: this row has 3 fields, the header has 2; if '-1,5' is one number, write its comma as "
              "a point: sed -E '2,$s/^(([^,]*,){1}[-+]?[0-9]+),([0-9]+(,[^,]*){0}\\r?)$/\\1.\\3/' f.csv; if "
              "not, and the last column has no name, give it one: sed -E '1s/\\r?$/,V3/' f.csv"),
        GIVES("s,x,y\nm,7,a\nf,1,5,a\nm,b,1,a\n",
              "f.csv:3: this row has 4 fields, the header has 3; put cells that hold the delimiter in "
              "quotes, or leave such rows out: --on-bad-row skip"),
        /* rows of R, a header too short, halves here and there */
        GIVES("s,x\n\"1\",m,2\n\"2\",f,3\n",
              "f.csv:2: this row has 3 fields, the header has 2; if rows begin with a name of their own, as "
              "R writes them, give that a name in the header, sed '1s/^/row,/' f.csv, and use --exclude row; "
              "if a decimal comma parts a number in two, export the file with semicolons"),
        GIVES("s;x\nm;f;2\nm;f;3\n", "f.csv:2: this row has 3 fields, the header has 2; if the last column "
                                     "has no name, give it one: sed -E '1s/\\r?$/;V3/' f.csv"),
        GIVES("a,b\n10,2,3\n20,5,6\n", "f.csv:2: this row has 3 fields, the header has 2; if a decimal comma "
                                       "parts a number in two, export the file with semicolons; if the last "
                                       "column has no name, so that '2' stands under the last one, give it "
                                       "one: sed -E '1s/\\r?$/,V3/' f.csv"),
        GIVES("id,x,y\n1;2;5\n2;3;5\n", "f.csv:1: ',' parts the names here, and ';' the cells of the rows; "
                                        "write it in both: perl -pe 's/,/;/g if !/;/ && tr/,// == 2' f.csv"),
        GIVES("id|x|y\n1,2,5\n2,3,5\n",
              "f.csv:1: '|' parts the names here, and ',' the cells of the rows; "
              "write it in both: perl -pe 's/\\|/,/g if !/,/ && tr/\\|// == 2' f.csv"),
        GIVES("id;x\n1\t2\n2\t3\n", "f.csv:1: ';' parts the names here, and '\\t' the cells of the rows; "
                                    "write it in both: perl -pe 's/;/\\t/g if !/\\t/ && tr/;// == 1' f.csv"),
        /* rows below that another mark parts: numbers, or the header again */
        GIVES("a;b;c\n1;2;5\n2;3;5\n4,1,5\n",
              "f.csv:4: ',' parts the cells of this row, and ';' those above; "
              "write one everywhere: perl -pe 's/,/;/g if !/;/ && tr/,// == 2' "
              "f.csv"),
        GIVES("a;b\n1;2\n2;3\nx,5\n", "f.csv:4: this row has 1 field, the header has 2; if lines without a "
                                      "delimiter are no rows of data, take them out: sed '/;/!d' f.csv"),
        GIVES("\"\"id\"\",\"\"x\"\"\n\"\"1\"\",\"\"a\"\"\n",
              "f.csv:1:1: each quote stands twice, as in a cell of another file; write it once: sed "
              "'s/\"\"/\"/g' f.csv"),
        GIVES("id,x,s\n1,2,5,m\n2,3,5,f\n",
              "f.csv:2: this row has 4 fields, the header has 3; if a decimal comma parts a number in two, "
              "export the file with semicolons; if the last column has no name, so that '5' stands under the "
              "last one, give it one: sed -E "
              "'1s/\\r?$/,V4/' f.csv"),
        GIVES("s,x,y\nm,1,050,1\nf,2,150,2\nm,12,001,1\n",
              "f.csv:2: this row has 4 fields, the header has 3; if '1,050' is one number, take out its "
              "comma: sed -E '2,$s/^(([^,]*,){1}[-+]?[0-9]+),([0-9]+(,[^,]*){1}\\r?)$/\\1\\3/' f.csv; if "
              "not, and the last column has no name, give it one: sed -E '1s/\\r?$/,V4/' f.csv"),
        /* one row of many is broken, whatever it looks like */
        GIVES("s,x\na,1\nb,2\na,3\nb,4\nc,5\na,6,5\n",
              "f.csv:7: this row has 3 fields, the header has 2; put cells that hold the delimiter in "
              "quotes, or leave such rows out: --on-bad-row skip"),
    };
    CHECK(table);
}

static void names_wide_characters(void)
{
    static const file_case table[] = {
        GIVES("\xff\xfe\0\0a\0\0\0\n\0\0\0001\0\0\0",
              "f.csv is text in UTF-32, which is not read; make it UTF-8: iconv -f utf-32 -t utf-8 f.csv"),
        GIVES("\0\0\xfe\xff\0\0\0a\0\0\0\n",
              "f.csv is text in UTF-32, which is not read; make it UTF-8: iconv -f utf-32 -t utf-8 f.csv, "
              "and read that without --encoding",
              .encoding = "utf-16"),
        GIVES("a\0\0\0,\0\0\0b\0\0\0",
              "f.csv is text in UTF-32, which is not read; make it UTF-8: iconv -f utf-32le -t utf-8 f.csv"),
        GIVES("\0\0\0a\0\0\0,\0\0\0b",
              "f.csv is text in UTF-32, which is not read; make it UTF-8: iconv -f utf-32be -t utf-8 f.csv"),
        GIVES("\xff\xfe"
              "a\0\n\0"
              "1\0\n\0",
              "a# 1"),
    };
    CHECK(table);
}

static void proposes_other_delimiters(void)
{
    static const file_case table[] = {
        GIVES("a^b\n1^2\n3^4\n", "f.csv: no , ; tab or | separates cells, but '^' stands once in each line; "
                                 "if it does, use --delimiter '^'; if not, --delimiter ,"),
        GIVES("a~b~c\n1~2~2\n3~4~5\n", "f.csv: no , ; tab or | separates cells, but '~' stands twice in each "
                                       "line; if it does, use --delimiter '~'; if not, --delimiter ,"),
        GIVES("a:b:c:d\n1:2:2:\"x:y\"\n3:4:5:6",
              "f.csv: no , ; tab or | separates cells, but ':' stands 3 times in each line; if it does, use "
              "--delimiter ':'; if not, --delimiter ,"),
        GIVES("a\001b\n1\0012\n3\0014\n",
              "f.csv: no , ; tab or | separates cells, but the byte 0x01 stands once in each line; if it "
              "does, use --delimiter $'\\x01'; if not, --delimiter ,"),
        GIVES("a::b\n1::2\n3::4\n",
              "f.csv: '::' separates cells; make one character of the two: sed 's/::/\\t/g' f.csv"),
        GIVES("1||2\n3||4\n5||6\n",
              "f.csv: '||' separates cells; make one character of the two: sed 's/[|][|]/\\t/g' f.csv",
              .no_header = true),
        GIVES("a,b\n1,2\n3,4\n",
              "f.csv: a comma stands once in each line, so it separates cells and is no decimal mark; leave "
              "out --decimal ,",
              .decimal = ','),
        GIVES("a$b\n1$\"x$\ny\"\n3$4\n",
              "f.csv: no , ; tab or | separates cells, but '$' stands once in each line; if it does, use "
              "--delimiter '$'; if not, --delimiter ,"),
        GIVES("a$$b\n1$$2\n3$$4\n",
              "f.csv: '$$' separates cells; make one character of the two: sed 's/[$][$]/\\t/g' f.csv"),
        GIVES("1*2*3\n3*4*5\n5*6*7\n",
              "f.csv: no , ; tab or | separates cells, but '*' stands twice in each line; if it does, use "
              "--delimiter '*'; if not, --delimiter ,",
              .no_header = true),
        GIVES("a\u00a6b\n1\u00a62\n3\u00a64\n",
              "f.csv: no , ; tab or | separates cells, but '\u00a6' stands once in each line; if it does, "
              "write a tab in its place, since a delimiter is one byte, sed 's/\u00a6/\\t/g' f.csv; if not, "
              "--delimiter ,"),
        GIVES(
            "\"a\"$b$\"c\"$\"d\"\n1$2$3$4\n",
            "f.csv: '$' stands between names in quotes; if it separates cells, use --delimiter '$'; if not, "
            "--delimiter ,"),
        GIVES("\"a\"\001\"b\"\n1\0012\n",
              "f.csv: the byte 0x01 stands between names in quotes; if it separates cells, use --delimiter "
              "$'\\x01'; if not, --delimiter ,"),
        /* no delimiters */
        GIVES("US$price\nUS$5\nUS$7\n", "US$price: [US$5] [US$7]"),
        GIVES("dd/mm/yyyy\n01/02/2020\n03/02/2020\n", "dd/mm/yyyy: [01/02/2020] [03/02/2020]"),
        GIVES("a/b\n1/2\n3/4\n", "a/b: [1/2] [3/4]"),
        GIVES("home/a/b\nhome/1/2\nhome/3/4\n", "home/a/b: [home/1/2] [home/3/4]"),
        GIVES("a@b.c\nd@e.f\ng@h.i\n", "V1: [a@b.c] [d@e.f] [g@h.i]", .no_header = true),
        GIVES("a@b.c\nd@e.f\ng@h.i\n", "a@b.c: [d@e.f] [g@h.i]"),
        GIVES("caf\u00e9s\n1\u00e92\n3\u00e94\n", "caf\u00e9s: [1\u00e92] [3\u00e94]"),
        GIVES("\"a \"\"b\"\"/\"\"c\"\"\"\n1\n2\n", "a \"b\"/\"c\"# 1 2"),
        GIVES("a||b\n1||2\n3||4\n", "a# 1 3; b# 2 4"),
        GIVES("1||2\n3|4|5\n", "V1# 1 3; V2# NA 4; V3# 2 5", .no_header = true),
        GIVES("t\n10:30\n11:45\n", "t: [10:30] [11:45]"),
        GIVES("1,5\n2,5\n3,5\n", "V1# 1.5 2.5 3.5", .decimal = ',', .no_header = true),
        GIVES("a^b\n1^2\n", "a^b: [1^2]"),
    };
    CHECK(table);
}

static void tells_rows_that_sum_up_others(void)
{
    static const file_case table[] = {
        /* without a label: every number, and one that no row of data could hold */
        GIVES("a,b,c\n1,2.5,x\n4,3,y\n2,2,z\n7,7.5,\n",
              "f.csv:5: this row sums up the others: 7 in 'a' is the sum of the rows above, and so on; take "
              "it out: sed 5d f.csv"),
        GIVES("a,b,c\n1,2.5,x\n4,3,y\n2,2,z\n7,7,\n", "a# 1 4 2 7; b# 2.5 3 2 7; c: [x] [y] [z] NA"),
        GIVES("a,b,c\n1,2.5,x\n4,3,y\n2,2,z\n7,7.5,w\n", "a# 1 4 2 7; b# 2.5 3 2 7.5; c: [x] [y] [z] [w]"),
        GIVES("a,b\n1,2.5\n4,3\n2,2\n2.33,2.5\n", "f.csv:5: this row sums up the others: 2.33 in 'a' is the "
                                                  "mean of the rows above, and so on; take it out: sed 5d "
                                                  "f.csv"),
        GIVES("a,b\n1.5,2.5\n4,3\n2,2\n2.5,2.5\n", "a# 1.5 4 2 2.5; b# 2.5 3 2 2.5"),
        GIVES("a\n1\n4\n2\n7\n", "a# 1 4 2 7"),
        GIVES("a,b,w\n0,0,5\n0,1,1\n1,0,3\n1,1,9\n", "a# 0 0 1 1; b# 0 1 0 1; w# 5 1 3 9"),
        GIVES("a,b\n1,5\n4,1\n2,3\n3,4\n10,13\n",
              "f.csv:6: this row sums up the others: 10 in 'a' is the sum of the rows above, and so on; take "
              "it out: sed 6d f.csv"),
        GIVES("a,b\n0,0\n0,0\n0,0\n0,0\n", "a# 0 0 0 0; b# 0 0 0 0"),
        /* with one: a number that no row of data could hold, or all of them; in each such row */
        GIVES("k,a\nall,7\nx,1\ny,2\nz,4\n", "f.csv:2:1 'k': 'all' is a row of totals, since column 'a' "
                                             "holds the sum of the others; take it out: sed 2d f.csv"),
        GIVES("k,a,b\nx,1,5\nx,2,6\nx,4,5\nx total,7,3\ny,4,5\ny,5,6\ny,6,5\ny total,15,3\nTotal "
              "general,22,6\n",
              "f.csv:5:1 'k': 'x total' is a row of totals, since column 'a' holds the sum of the rows "
              "above, and there are 2 more "
              "such rows; take them out: sed '5d;9d;10d' f.csv"),
        GIVES("k,a\nx,1\ny,2\nz,4\nmean,2.33\nSD,1.5\nMax,4\nw,7\nv,3\n",
              "f.csv:5:1 'k': 'mean' is a row of means, since column 'a' holds the mean of the rows above, "
              "and there are 2 more "
              "such rows; take them out: sed '5d;6d;7d' f.csv"),
        GIVES("k,a\nx,1\ny,2\nz,4\ntotal,7\nw,7\nx,3\ntotal,5\nw,1\n",
              "k: [x] [y] [z] [total] [w] [x] [total] [w]; a# 1 2 4 7 7 3 5 1"),
        GIVES("k,a\nx,1\ntotal,2\ntotal,3\nSD,4\nx,2\n", "k: [x] [total] [total] [SD] [x]; a# 1 2 3 4 2"),
        GIVES("k,y\nx,1\ny,0\nz,0\nx,0\nall,1\nx,0\nz,0\nall,0\n",
              "k: [x] [y] [z] [x] [all] [x] [z] [all]; y# 1 0 0 0 1 0 0 0"),
        GIVES("k,y\nx,1\ny,0\nz,1\nGrand Total,3\n", "f.csv:5:1 'k': 'Grand Total' is a row of totals, since "
                                                     "column 'y' holds the number of the rows above; take it "
                                                     "out: sed 5d f.csv"),
        GIVES(
            "a,b\n1,2\n3,4\n5,9\nMean 3.0,SD 2.1\n",
            "f.csv:5:1 'a': 'Mean 3.0' is not a number (1 of 4 values). If line 5 is no row of data, take it "
            "out: sed 5d f.csv; else use --na-values 'a=Mean 3.0,b=SD 2.1' (which leaves out 1 row), "
            "or "
            "--categorical a"),
        GIVES("k,a\nx,1\ny,2\nz,4\ntotal ,\n", "k: [x] [y] [z] [total]; a# 1 2 4 NA"),
    };
    CHECK(table);
}

static void tells_a_header_that_comes_again(void)
{
    static const file_case table[] = {
        GIVES("time,age,buy\ntime,How "
              "old?,Bought?\n61,30,Yes\n75,41,No\n80,35,No\n92,52,Yes\n67,47,Yes\n55,29,No\n",
              "f.csv:2:1 'time': a second header stands in this line; take it out: sed 2d f.csv"),
        GIVES("a,b\n1,x\na,b\n2,y\n", "f.csv:3:1 'a': the header stands in this line again; take out what "
                                      "repeats it: awk 'NR == 1 { h = $0 } NR <= 1 || $0 != h' f.csv"),
        /* a tick under its own name is none */
        GIVES("age,x,y\n31,4,0\n32,6,1\n33,x,0\n34,4,1\n",
              "f.csv:4:2 'x': 'x' is not a number (1 of 4 values). Use --na-values 'x=x' (which leaves out 1 "
              "row), or --categorical x"),
        GIVES("a,y\n1,0\n2,1\na,y\n2,0\n", "f.csv:4:1 'a': the header stands in this line again; take out "
                                           "what repeats it: awk 'NR == 1 { h = $0 } "
                                           "NR <= 1 || $0 != h' f.csv"),
        GIVES("y,s\n1,m\n0,f\ny,s\n0,f\n", "f.csv:4:1 'y': the header stands in this line again; take out "
                                           "what repeats it: awk 'NR == 1 { h = $0 } "
                                           "NR <= 1 || $0 != h' f.csv"),
        GIVES("\n\na,b\n1,x\na,b\n2,y\na,b\n3,y\n4,x\n",
              "f.csv:5:1 'a': the header stands in this line again, and so in 1 more; take out what repeats "
              "it: awk 'NR == 3 { h = $0 } NR <= 3 || $0 != h' f.csv"),
        GIVES("\xef\xbb\xbf"
              "a,b\n1,2\na,b\n2,3\n",
              "f.csv:3:1 'a': the header stands in this line again; take out what repeats it: awk '{ "
              "sub(/^\\357\\273\\277/, \"\") } NR == 1 { h = $0 } NR <= 1 || $0 != h' f.csv"),
        GIVES("a,b\nx,y\na,b\nz,y\n", "f.csv:3: the header stands in this line again; take out what repeats "
                                      "it: awk 'NR == 1 { h = $0 } NR <= 1 || $0 != h' f.csv"),
        /* otherwise written */
        GIVES("ab,c d\n1,x\nAB,C d\n2,y\n",
              "f.csv:3:1 'ab': the header stands in this line again; take out what repeats it: awk '{ k = "
              "tolower($0); "
              "gsub(/[\" \\t\\r]/, \"\", k) } NR == 1 { h = k } NR <= 1 || k != h' f.csv"),
        GIVES("\xef\xbb\xbf"
              "a,b\nx,y\nA,b\nz,y\n",
              "f.csv:3: the header stands in this line again; take out what repeats it: awk '{ "
              "sub(/^\\357\\273\\277/, \"\"); k "
              "= tolower($0); gsub(/[\" \\t\\r]/, \"\", k) } NR == 1 { h = k } NR <= 1 || k != h' f.csv"),
        /* a value that is called like its column, but not in all of them */
        GIVES("a,b\nx,y\na,y\nz,b\n", "a: [x] [a] [z]; b: [y] [y] [b]"),
        GIVES("a\nx\na\n", "a: [x] [a]"),
    };
    CHECK(table);
}

static void tells_rows_that_are_no_data(void)
{
    static const file_case table[] = {
        /* a second row of the header, a row of totals */
        GIVES("a,b\nkg,m\n1,2\n3,4\n",
              "f.csv:2:1 'a': 'kg' is not a number (1 of 3 values). If line 2 belongs to the header, take it "
              "out: sed 2d f.csv; else use --na-values 'a=kg,b=m' (which leaves out 1 row), or "
              "--categorical a"),
        GIVES("k,b\nx,1\ny,2\nz,4\ntotal,7\n", "f.csv:5:1 'k': 'total' is a row of totals, since column 'b' "
                                               "holds the sum of the rows above; take it out: "
                                               "sed 5d f.csv"),
        GIVES("k,b\nx,1\ny,2\nz,4\nAverage,2.33\n",
              "f.csv:5:1 'k': 'Average' is a row of means, since column 'b' holds the mean of the rows "
              "above; take it out: sed 5d f.csv"),
        GIVES("k,b\nx,1\ny,2\nz,4\nAverage,8\n", "k: [x] [y] [z] [Average]; b# 1 2 4 8"),
        GIVES("k,b,c\nx,1,2\ny,2,2\nTotal:,3\n", "f.csv:4: this row has 2 fields, the header has 3; if it is "
                                                 "no row of data, take it out: sed 4d f.csv"),
        GIVES("a,b,c\n1,2,3\n4,5,6\nN = 2\nDone\n",
              "f.csv:4: this row has 1 field, the header has 3; if lines without a delimiter are no rows of "
              "data, take them out: sed '/,/!d' f.csv"),
        GIVES("a|b|c\n1|2|3\n4|5|6\nN = 2\n",
              "f.csv:4: this row has 1 field, the header has 3; if lines without a delimiter are no rows of "
              "data, take them out: sed '/[|]/!d' f.csv"),
        GIVES("a,b\n1,2,x,4\n4,5,y,7\n",
              "f.csv:2: this row has 4 fields, the header has 2; if the header lacks the names of the last "
              "columns, give them some: sed -E '1s/\\r?$/,V3,V4/' f.csv"),
        GIVES("\xef\xbb\xbf\xef\xbb\xbf"
              "a,b\n1,2\n",
              "a# 1; b# 2"),
        GIVES("k,b\nx,1\ny,2\nz,4\ntotal,8\n", "k: [x] [y] [z] [total]; b# 1 2 4 8"),
        GIVES("k,b\ntotal,1\ny,2\nz,4\nw,7\n", "k: [total] [y] [z] [w]; b# 1 2 4 7"),
    };
    CHECK(table);
}

static void finds_where_the_table_is(void)
{
    static const file_case table[] = {
        /* lines above the header, comments, row names */
        GIVES("title\nby me\na,b\n1,2\n3,4\n", "f.csv:3: this row has 2 fields, the header has 1; if the "
                                               "header stands in line 3, take out what is above "
                                               "it: tail -n +3 f.csv"),
        GIVES("title,,\na,b,c\n1,2,3\n", "f.csv:1: 2 of 3 columns have no name; if the header stands further "
                                         "down, take out what is above it: tail -n +2 f.csv"),
        GIVES("#a,b\n1,2\n", "#a# 1; b# 2"),
        GIVES("a,b\n1,2\n# done\n", "f.csv:3: this row has 1 field, the header has 2; lines that begin with "
                                    "# are read like any other: take "
                                    "them out, grep -v '^#' f.csv"),
        GIVES(
            "a\tb\n1\t2\t3\n",
            "f.csv:2: this row has 3 fields, the header has 2; if rows begin with a name of their own, as R "
            "writes them, give that a name in the header, sed '1s/^/row\\t/' f.csv, and use --exclude row"),
        /* a table that begins further down, or ends further up */
        GIVES(",,\n,,\n,a,b\n7,2,3\n9,3,4\n",
              "f.csv:1: 3 of 3 columns have no name; and f.csv:3:1: column 1 has no name; mend all of that: "
              "tail -n +3 f.csv | sed -E '1s/^(\"\")?/row/', and use --exclude row"),
        GIVES("Source,WHO,\n\n2020,,\n\na,b,c,d,e\n1,2,3,4,5\n6,7,8,9,0\n",
              "f.csv:1: 1 of 3 columns have no name; if the header stands further down, take out what is "
              "above it: tail -n +5 f.csv"),
        GIVES("  \n\t\na,b\n1,2\n", "a# 1; b# 2"),
        GIVES("a,b,c\n1,2,3\n4,5,6\n\nSource: WHO, 2020\n",
              "f.csv:5: this row has 2 fields, the header has 3; if the table ends above it, take out the "
              "rest: head -n 4 f.csv"),
        GIVES("a,b\n1,2\n(1 row)\n", "f.csv:3: this row has 1 field, the header has 2; if lines without a "
                                     "delimiter are no rows of data, take them out: sed '/,/!d' f.csv"),
    };
    CHECK(table);
}

#define CUT(last, d)                                                                                         \
    "perl -lne '@F = /(?:^|" d ")((?:\"[^\"]*\"|[^" d "])*)/g; $#F = " last                                  \
    " if $. == 1; if ($. > 1) { $#F = " last " if $#F > " last " } print join \"" d "\", @F'"

#define BELOW(line)                                                                                          \
    "f.csv:" line ": the header stands in this line, below lines that are no part of the table; take out "   \
    "what is above it: tail -n +" line " f.csv"

static void finds_the_table_below_lines_that_look_like_rows(void)
{
    static const file_case table[] = {
        /* pairs, loggers, instruments, titles with commas */
        GIVES("Account "
              "name,Current\nNumber,4711\nBalance,\"1,204.11\"\n\na,b,c\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n9,1,"
              "x\n2,3,y\n",
              BELOW("5")),
        GIVES("\"TOA5\",\"CR1000\",\"58213\",\"Daily\"\r\n\"time\",\"wind\",\"frost\"\r\n\"12:00\",1.5,"
              "1\r\n\"13:00\",2,0\r\n"
              "\"14:00\",3,1\r\n",
              BELOW("2")),
        GIVES("Clients, by Smith, J., page 1\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", BELOW("2")),
        GIVES("Device SN,4711,FW,1.2\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", BELOW("2")),
        GIVES("Method,A,B\nSerial,4711\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", BELOW("3")),
        GIVES("Device: HPLC\nMethod,A,B\nSerial,4711\na,b,c\n1,2,3\n4,5,6\n7,8,9\n1,3,5\n",
              "f.csv:2: this row has 3 fields, the header has 1; if the header stands in line 4, take out "
              "what is "
              "above it: tail -n +4 f.csv"),
        /* as many cells as the table */
        GIVES(
            "Report,,\nPrinted,12.3.2023,\n,,\na,b,c\n1,2,3\n4,5,6\n7,8,9\n1,3,5\n",
            "f.csv:1: 2 of 3 columns have no name; if the header stands further down, take out what is above "
            "it: tail -n +4 f.csv"),
        GIVES("Device,SN,4711\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", BELOW("2")),
        /* in fewer rows nothing is seen; rows of words, of missing values, of another length, and years in a header are what they are */
        GIVES("Method,A\na,b,c\n1,2,3\n4,5,6\n",
              "f.csv:2: this row has 3 fields, the header has 2; if the last column has no name, give it "
              "one: sed -E '1s/\\r?$/,V3/' f.csv"),
        GIVES("a,b\nx,NA,NA\ny,2,3\nz,4,5\nw,6,7\n",
              "f.csv:2: this row has 3 fields, the header has 2; if rows begin with a name of their own, as "
              "R writes them, give that a name in the header, sed '1s/^/row,/' f.csv, and use --exclude row; "
              "if a decimal comma parts a number in two, export the file with semicolons"),
        GIVES("a,b,c\nx,y\n1,2,3\n4,5,6\n7,8,9\n",
              "f.csv:2: this row has 2 fields, the header has 3; complete it, or leave such rows out: "
              "--on-bad-row skip"),
        GIVES("k,2019\nx,1\ny,2\nz,4\nw,7\n", "k: [x] [y] [z] [w]; 2019# 1 2 4 7"),
        GIVES("Device,4711\na,b\n1,2\n3,4\n5,6\n7,8\n",
              "f.csv:1:1 'V1': 'Device' is not a number (2 of 6 values). Use --na-values "
              "'V1=Device,V1=a,V2=b' (which "
              "leaves out 2 rows), or --categorical V1",
              .no_header = true),
    };
    CHECK(table);
}

#define SEEMS(line, above, rest)                                                                             \
    "f.csv:" line ": the header seems to stand in this line, below lines that are no part of the table; "    \
    "take out what is above it: tail -n +" line " f.csv; if line 1 names the columns and " above             \
    ": sed " rest "d f.csv"

static void finds_the_table_below_titles_of_words(void)
{
    static const file_case table[] = {
        GIVES("Device,SN,X4711\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", SEEMS("2", "line 2 tells more of them", "2")),
        GIVES("Report,Clients,2023\na,b,c\n1,2,3\n4,5,6\n7,8,9\n",
              SEEMS("2", "line 2 tells more of them", "2")),
        GIVES("\"Study, A\";Site;v1;x\na;b;c;sex\n1;2;3;m\n4;5;6;f\n7;8;9;m\n",
              SEEMS("2", "line 2 tells more of them", "2")),
        GIVES("Report,Clients,Spring\nPrinted,by,Smith\na,b,c\n1,2,3\n4,5,6\n7,8,9\n1,2,3\n",
              SEEMS("3", "lines 2 to 3 tell more of them", "2,3")),
        /* units, types and explanations are not names; nor are values */
        GIVES("a,b,c\nkg,cm,z\n1,2,3\n4,5,6\n7,8,9\n",
              "f.csv:2:1 'a': 'kg' is not a number (1 of 4 values). If line 2 belongs to the header, take it "
              "out: sed 2d f.csv; if it names the columns itself: tail -n +2 f.csv; else use --na-values "
              "'a=kg,b=cm,c=z' (which leaves out 1 row), or --categorical a"),
        GIVES("a,b,c\nAge at entry,Dose,z\n1,2,3\n4,5,6\n7,8,9\n",
              "f.csv:2:1 'a': 'Age at entry' is not a number (1 of 4 values). If line 2 belongs to the "
              "header, take it out: sed 2d f.csv; if it names the columns itself: tail -n +2 f.csv; else use "
              "--na-values 'a=Age at entry,b=Dose,c=z' (which leaves out 1 row), or --categorical a"),
        GIVES("a,b,c\nx,y,z\n1,2,z\n4,5,w\n7,8,z\n",
              "f.csv:2:1 'a': 'x' is not a number (1 of 4 values). If line 2 belongs to the header, take it "
              "out: sed 2d f.csv; if it names the columns itself: tail -n +2 f.csv; else use --na-values "
              "'a=x,b=y' "
              "(which leaves out 1 row), or --categorical a"),
    };
    CHECK(table);
}

static void names_what_has_no_name(void)
{
    static const file_case table[] = {
        /* delimiters that end lines, margins: nothing stands there */
        GIVES("a,b,,\"\"\r\n1,2,,\r\n", "a# 1; b# 2"),
        GIVES("a|b|\n1|2|\n3|4|NA\n", "a# 1 3; b# 2 4"),
        GIVES(",a,,b,,,,,\n,1,,2,,,,,\n,3,,4,,,,,\n", "a# 1 3; b# 2 4"),
        GIVES(",,,,\n,a,b,,\n,1,2,,\n,3,4,,\n", "f.csv:1: 5 of 5 columns have no name; if the header stands "
                                                "further down, take out what is above it: tail -n +2 f.csv"),
        GIVES(
            "Report,,,,,\na,b,c,,,\n1,2,3,,,\n4,5,6,,,\n",
            "f.csv:1: 5 of 6 columns have no name; if the header stands further down, take out what is above "
            "it: tail -n +2 f.csv"),
        GIVES("a,b,,\n1,2,,\n3,4,,\n5,x,,\n6,7,,8\n", "f.csv:4:2 'b': 'x' is not a number (1 of 4 values). "
                                                      "Use --na-values 'b=x' (which leaves out 1 row), or "
                                                      "--categorical b"),
        GIVES(
            "a,b,,\n1,2,,\n3,4,,\n5,6,,8\n",
            "f.csv:1:4: column 4 has a value, but no name; give it one in the header: " NAMED(",") " f.csv"),
        GIVES("a,b,\n1,\"x\n", "f.csv:2:2 'b': the quote that opens here is never closed; close it, or, if "
                               "it encloses nothing, take it out: sed -E '2s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,b,\n1,x,\"y\n", "f.csv:2:3: the quote that opens here is never closed; close it, or, if it "
                                 "encloses nothing, take it out: sed -E '2s/\"([^\"]*)$/\\1/' f.csv"),
        GIVES("a,b,\n1,x,\xff\n",
              "f.csv:2:3: the byte 0xff is not UTF-8; and f.csv:1:3: column 3 has a value, but no name; give "
              "it one in the header: iconv -f cp850 -t utf-8 f.csv | " NAMED(",")),
        GIVES("1,,2\n3,,4\n", "f.csv:1: the header holds nothing but numbers; if the file has no header, use "
                              "--no-header; if these are its names, --header"),
        GIVES(",k,v\n,x,1\n,y,2\n,z,4\n,total,7\n", "f.csv:5:2 'k': 'total' is a row of totals, since column "
                                                    "'v' holds the sum of the rows above; take it "
                                                    "out: sed 5d f.csv"),
        GIVES(",39,State\n,50,Private\n,51,State\n",
              "f.csv: the header looks like a row of data: the name '39' is a number, and column 3, 'State', "
              "holds "
              "its own name as a value; if the file has no header, use --no-header; if these are its names, "
              "--header"),
        GIVES("a\tb\tc\n1\t2\t3\t\n4\t5\t6\t\n",
              "f.csv:2: this row has 4 fields, the header has 3; it ends with a delimiter: take that out, "
              "sed -E '2,$s/\\t[\"\\r ]*$//' f.csv"),
        GIVES(
            "a;b;\n1;2\n3;4\n",
            "a# 1 3; b# 2 4 | f.csv:1: the header ends with a delimiter that the rows lack; it is left out"),
        GIVES("a,b,,\"\"\nx,2,,\nu,2\nv,4,\nw,6\nz,7\nt,8\n",
              "a: [x] [u] [v] [w] [z] [t]; b# 2 2 4 6 7 8 | f.csv:1: the header ends with delimiters that "
              "the rows "
              "lack; they are left out"),
        GIVES("a,b,\n1,2\n3,4\n5,6\n5,6,7\n", "f.csv:5: this row has 3 fields, the header has 2; put cells "
                                              "that hold the delimiter in quotes, or "
                                              "leave such rows out: --on-bad-row skip"),
        GIVES("a,b,c\n1,2\n3,4\n5,6\n",
              "f.csv:2: this row has 2 fields, the header has 3, and so have most "
              "rows, as if they left out the last column; if so, take it out of the "
              "header: " CUT("1", ",") " f.csv"),
        GIVES("a;b;c;d\n1;2\n3;4\n7;6\n5;6\n8;6\n",
              "f.csv:2: this row has 2 fields, the header has 4, and so have most rows, as if they left out "
              "the "
              "last 2 columns; if so, take them out of the header: " CUT("1", ";") " f.csv"),
        GIVES("\"\",a,b\n1,2\n3,4\n5,6\n",
              "f.csv:2: this row has 2 fields, the header has 3, and so have most rows; if the first column, "
              "which has no name, is not there, take it out of the header: sed -E '1s/^(\"\")?,//' f.csv"),
        GIVES(",a,\n1,2,3\n",
              "f.csv:1: 2 of 3 columns have no name; if the header stands further down, take "
              "out what is above it: tail -n +2 f.csv; and f.csv:2: the header holds nothing "
              "but numbers; if the file has no header, use --no-header; if these are its names, --header"),
        GIVES("a,,b,,c\n1,2,3,4,5\n", "f.csv:1:2: column 2 has a value, but no name (2 such columns); give "
                                      "it one in the header: " NAMED(",") " f.csv"),
        GIVES("a\t\tb\n1\t2\t3\n",
              "f.csv:1:2: column 2 has a value, but no name; give it one in the header: " NAMED(
                  "\\t") " f.csv"),
        GIVES(",a\n0,2\n1,5\n", "row# 0 1; a# 2 5 | f.csv: column 1 has no name and counts the rows from 0 "
                                "on, as R and pandas write "
                                "it; it is called row, and left out unless it is named"),
        GIVES("\xef\xbb\xbf,a,b\n7,2,3\n",
              "f.csv:1:1: column 1 has no name; if it numbers the rows, as R and pandas write them, give it "
              "one, sed -E '1s/^(\\xef\\xbb\\xbf)*(\"\")?/row/' f.csv, and use --exclude row"),
    };
    CHECK(table);
}

/* The command for text that was taken for an encoding, as perl calls it. */
#define UNGARBLE(encoding)                                                                                   \
    "perl -MEncode -pe 's/[\\x80-\\xff]+/my ($o, $t) = $&; my $b = eval { encode(\"" encoding                \
    "\", decode_utf8($o), 1) }; defined $b && utf8::decode($t = $b) && $t !~ "                               \
    "m{[\\x{180}-\\x{36f}\\x{500}-\\x{5cf}]} ? $b : $o/ge' f.csv"

static void tells_text_taken_for_another_encoding(void)
{
    static const file_case table[] = {
        GIVES("x,y\n1,Köln\n2,Bonn\n3,KÃ¶ln\n",
              "f.csv:4:2 'y': 'KÃ¶ln' is 'Köln', which the column has too, in UTF-8 that a program took for "
              "windows-1252. Write such texts as they were: " UNGARBLE("cp1252")),
        GIVES("x,y\n1,BesanÃ§on\n2,KÃ¶ln\n3,Köln\n",
              "f.csv:3:2 'y': 'KÃ¶ln' is 'Köln', which the column has too, in UTF-8 that a program took for "
              "windows-1252 (likewise 1 text more). Write such texts as they were: " UNGARBLE("cp1252")),
        GIVES("x,y\n1,Gda┼äsk\n2,Gdańsk\n", "f.csv:2:2 'y': 'Gda┼äsk' is 'Gdańsk', which the column has too, "
                                            "in UTF-8 that a program took for "
                                            "cp850. Write such texts as they were: " UNGARBLE("cp850")),
        GIVES("x,y\n1,РЈС„Р°\n2,Уфа\n",
              "f.csv:2:2 'y': 'РЈС„Р°' is 'Уфа', which the column has too, in UTF-8 that a program took for "
              "windows-1251. Write such texts as they were: " UNGARBLE("cp1251")),
        GIVES("x,y\n1,\xc3\x83\xc2\x81rea\n2,Área\n3,Área\n",
              "f.csv:2:2 'y': '\xc3\x83?rea' is 'Área', which the column has too, in UTF-8 that a program "
              "took for "
              "latin1. Write such texts as they were: " UNGARBLE("latin1")),
        /* what is no other text, or might be as it is */
        GIVES("x,y\n1,CAFÉ®\n2,VOILÀ»\n3,ESPAÑ…\n", "x# 1 2 3; y: [CAFÉ®] [VOILÀ»] [ESPAÑ…]"),
    };
    CHECK(table);
}

static void notes_text_taken_for_another_encoding(void)
{
    static const struct {
        const char *text, *note, *encoding;
    } table[] = {
        {"x,town\n1,K\303\266ln\n2,Bonn\n",
         "'KÃ¶ln' is 'Köln', in UTF-8 that this reading took for latin1. Leave --encoding out", "latin1"},
        {"x,town\n1,KÃ¶ln\n2,Bonn\n",
         "f.csv:2:2 'town': 'KÃ¶ln' is 'Köln', in UTF-8 that a program took for windows-1252", NULL},
        {"x,StÃ¤dte\n1,2\n2,3\n", "f.csv:1:2 'StÃ¤dte': 'StÃ¤dte' is 'Städte', in UTF-8", NULL},
        {"x,town\n1,GdaÅ„sk\n2,Bonn\n", "'GdaÅ„sk' is 'Gdańsk', in UTF-8", NULL},
        {"x,town\n1,CAFÉ®\n2,VOILÀ»\n3,ESPAÑ…\n4,Ø±2\n5,Рѕ\n", NULL, NULL},
        {"x,town\n1,Москва\n2,Köln\n3,東京\n4,São Paulo\n5,KAPITÄ…\n", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_frame *f = NULL;
        logreg_csv_options o = logreg_csv_options_default();
        o.encoding = table[i].encoding;
        FILE *stream = fmemopen((char *)table[i].text, strlen(table[i].text), "r");
        CU_ASSERT_EQUAL(logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, NULL), LOGREG_OK);
        fclose(stream);
        const char *note = logreg_frame_notes(f) ? logreg_frame_note(f, 0) : NULL;
        bool good = table[i].note ? note && strstr(note, table[i].note) : !note;
        if (!good)
            printf("# row %zu: %s\n", i, note ? note : "no note");
        CU_ASSERT_TRUE(good);
        logreg_frame_free(f);
    }
}

static void tells_values_apart(void)
{
    static const char mend[] =
        "a blank that is no space or a mark that does not show; take such out: perl -CSD -pe "
        "'s/[\\x{a0}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]/ /g; "
        "s/[\\x{ad}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{fe00}-\\x{fe0f}\\x{feff}]//"
        "g' f.csv";
    static const struct {
        const char *bytes, *want; /* what stands before the way to mend it; else all */
        bool mend;
    } table[] = {
        {"x,y\n1,no\n2,yes\n3,no\xc2\xa0\n4,no\n",
         "f.csv:4:2 'y': 'no\xc2\xa0' looks like another value of the column, but differs in ", true},
        {"x,y\n1,\xe2\x80\x8bno\n2,yes\n3,no\n4,no\n",
         "f.csv:2:2 'y': '?no' looks like another value of the column, but differs in ", true},
        {"x,y\n1,no\n2,yes\n3,no\xe2\x80\x8f\n4,no\n",
         "f.csv:4:2 'y': 'no?' looks like another value of the column, but differs in ", true},
        {"x,,y\n1,,no\n2,,\xc2\xa0\n3,,yes\n", "f.csv:3:3 'y': '\xc2\xa0' shows nothing, but holds ", true},
        {"x,y\n1,caf\xc3\xa9\n2,tea\n3,cafe\xcc\x81\n",
         "f.csv:4:2 'y': 'cafe\xcc\x81' looks like another value of the column, but differs in accents that "
         "are written in another way; bring them to one form: perl -CSD -MUnicode::Normalize -pe '$_ = "
         "NFC($_)' "
         "f.csv",
         false},
        {"x,y\n1,caf\xc3\xa9\n2,Caf\xc3\xa9\n3,cafe\n", "x# 1 2 3; y: [caf\xc3\xa9] [Caf\xc3\xa9] [cafe]",
         false},
        {"x,y\n1,\"a\nb\"\n2,a b\n3,c\xc3\xa9\n", "x# 1 2 3; y: [a\nb] [a b] [c\xc3\xa9]", false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        static const variant plain;
        logreg_status status;
        char want[600], *got = read_bytes(table[i].bytes, strlen(table[i].bytes), &plain, &status);
        snprintf(want, sizeof want, "%s%s", table[i].want, table[i].mend ? mend : "");
        CU_ASSERT_TRUE(same_text(got, want));
        free(got);
    }
}

static void tells_what_separates(void)
{
    static const file_case table[] = {
        GIVES("a b c\n1 2 3\n4 5 6\n",
              "f.csv: no , ; tab or | separates cells, but each line has 3 words; if blanks separate them, "
              "make one of several, sed -E 's/^ +| +$//g;s/ +/ /g' f.csv, and use --delimiter ' '; if not, "
              "--delimiter ,"),
        GIVES("\"a\" \"b\"\n\"1\" 2 \"x y\"\n\"2\" 3 \"y z\"\n",
              "f.csv: no , ; tab or | separates cells, but each line has 3 words, and the first one less, as "
              "where R "
              "writes names of rows; if blanks separate them, make one of several, sed -E '1s/^/row /;s/^ +| "
              "+$//g;s/ +/ /g' f.csv, and use --delimiter ' ' --exclude row; if not, --delimiter ,"),
        GIVES("a b c\n1 2 3\n4 5 6\n", "a b c: [1 2 3] [4 5 6]", .delimiter = ','),
        GIVES("a b\n1 2 3\n4 5\n", "a b: [1 2 3] [4 5]"),
        GIVES(
            "1 1:2 2:3\n0 1:4 2:5\n1 1:6 2:7\n",
            "f.csv: columns are numbered in front of each value, as LIBSVM has it; where each row has all of "
            "them, take the numbers out, sed -E 's/ +[0-9]+:/,/g' f.csv, and use --no-header --target V1"),
        GIVES("\"a,b\"\n\"1,\"\"x\"\"\"\n\"2,y\"\n",
              "f.csv: each line stands in quotes as a whole; take them off: sed -E "
              "'/^\"([^\"]|\"\")*\"[,;\\t]*\\r?$/{s/^\"//;s/\"([,;\\t]*\\r?)$/\\1/;s/\"\"/\"/g;}' f.csv"),
        GIVES("a,b\n\"1,x\"\n\"2,y\"\n",
              "f.csv:2: this line stands in quotes as a whole, so that it is one field; take "
              "such quotes off: sed -E "
              "'/^\"([^\"]|\"\")*\"[,;\\t]*\\r?$/{s/^\"//;s/\"([,;\\t]*\\r?)$/\\1/;s/\"\"/\"/g;}' "
              "f.csv"),
        GIVES("a,b\n1,x\n\"2,\"\"y\"\"\"\n",
              "f.csv:3: this line stands in quotes as a whole, so that it is one field; take "
              "such quotes off: sed -E "
              "'/^\"([^\"]|\"\")*\"[,;\\t]*\\r?$/{s/^\"//;s/\"([,;\\t]*\\r?)$/\\1/;s/\"\"/\"/g;}' "
              "f.csv"),
        GIVES("a,b\n\"1,\"\"x,y\"\"\"\n\"2,y\"\n",
              "f.csv:2: this line stands in quotes as a whole, so that it is one field; take "
              "such quotes off: sed -E "
              "'/^\"([^\"]|\"\")*\"[,;\\t]*\\r?$/{s/^\"//;s/\"([,;\\t]*\\r?)$/\\1/;s/\"\"/\"/g;}' "
              "f.csv"),
        GIVES("   +--------+\n   | a   s  |\n   |--------|\n1. | 1      |\n2. | 2   x  |\n3. | 3   y  |\n   "
              "+--------+\n",
              "f.csv is a listing of Stata's, whose columns nothing parts where cells are empty or hold "
              "blanks; write the data with export delimited"),
        GIVES(". list\n   +--------+\n   | a   s  |\n   |--------|\n1. | 1   x  |\n2. | -2  x  |\n3. | 3   y "
              " |\n   +--------+\n. \n",
              "f.csv is a listing of Stata's, not a CSV file; make it one: sed -nE '/^ *([0-9]+\\.)? "
              "*[|][^-]/{s/^[^|]*[|] *//;s/ *[|] *\\r?$//;s/ +/,/g;p;}' f.csv"),
        GIVES("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n",
              "f.csv is a table drawn with lines, as psql, mysql and Markdown have it, not a CSV file; "
              "export CSV, or take the lines out: sed -E '/^[-+|:= ]*\\r?$/d;/^[(][0-9]+ rows?/d;s/^[|] "
              "?//;s/ ?[|]\\r?$//' f.csv"),
        GIVES(" a | b\r\n---+---\r\n 1 | 2\r\n",
              "f.csv is a table drawn with lines, as psql, mysql and Markdown have it, not a CSV file; "
              "export CSV, or take the lines out: sed -E '/^[-+|:= ]*\\r?$/d;/^[(][0-9]+ rows?/d;s/^[|] "
              "?//;s/ ?[|]\\r?$//' f.csv"),
        GIVES("a,b\n--,--\n-,-\n", "a: [--] [-]; b: [--] [-]"),
        GIVES("a\tb\nx\ty\"z\n",
              "f.csv:2:2 'b': a quote stands within a field; put the field in quotes and double the quotes "
              "in it, or, if quotes enclose no field here, take them out: sed 's/\"//g' f.csv"),
        GIVES("a,b\n1,\"x \\\"y\\\"\"\n", "f.csv:2:2 'b': a backslash stands before a quote within a field; "
                                          "double the quote instead: sed 's/\\\\\"/\"\"/g' f.csv"),
        GIVES("39,State,40\n50,Private,41\n51,State,42\n",
              "f.csv: the header looks like a row of data: the name '40' is a number, and column 2, 'State', "
              "holds its own name as a value; if the file has no header, use --no-header; if these are its "
              "names, --header"),
        GIVES("39,State,40\n50,Private,41\n51,State,42\n",
              "V1# 39 50 51; V2: [State] [Private] [State]; V3# 40 41 42", .no_header = true),
        GIVES("39,State,40\n50,Private,41\n51,State,42\n", "39# 50 51; State: [Private] [State]; 40# 41 42",
              .sure = true),
        GIVES("red,2019\nred,40\n,41\n",
              "f.csv: the header looks like a row of data: the name '2019' is a number, and column 1, 'red', "
              "holds its own name as a value; if the file has no header, use --no-header; if these are its "
              "names, --header"),
        GIVES("red,b\nred,40\n,41\n", "red: [red] NA; b# 40 41"),
    };
    CHECK(table);
}

static void tells_a_first_row_of_words_that_is_data(void)
{
#define HEADLESS(value, column)                                                                              \
    "f.csv:1: the first row looks like data: '" value "' is a value of its own column, " column              \
    "; if the file has no header, use --no-header; if these are its names, --header"
    static const file_case table[] = {
        GIVES("grad,f,yes\nunder,m,no\ngrad,m,yes\nunder,f,no\nprof,f,yes\ngrad,f,no\n",
              HEADLESS("grad", "1")),
        GIVES("1/5/2015,grad\n1/6/2015,under\n1/7/2015,grad\n1/8/2015,under\n2/8/2015,prof\n3/8/2015,grad\n",
              HEADLESS("grad", "2")),
        GIVES("grad,f,yes\nunder,m,no\ngrad,m,yes\nunder,f,no\n",
              "grad: [under] [grad] [under]; f: [m] [m] [f]; yes: [no] [yes] [no]", .sure = true),
        /* names that stand twice are no names, nor is a row like the first the header again */
        GIVES("grad,yes,yes\nunder,no,no\ngrad,no,yes\nunder,yes,no\nprof,yes,yes\ngrad,no,no\n",
              HEADLESS("grad", "1")),
        GIVES("no,yes,yes,no,yes\nno,no,no,no,yes\nno,yes,yes,no,yes\nyes,no,no,no,no\nyes,no,yes,yes,no\n",
              HEADLESS("no", "1")),
        GIVES("x,a,b\nx,a,b\ny,a,q\nx,p,b\ny,r,q\n", HEADLESS("a", "2")),
        /* a word above numbers or dates is a name; so are those of ticks */
        GIVES("role,n,y\ngrad,1,yes\nrole,2,no\nrole,3,y\ny,4,y\n",
              "role: [grad] [role] [role] [y]; n# 1 2 3 4; y: [yes] [no] [y] [y]"),
        GIVES("A,B,C\nA,no,no\nno,B,no\nA,B,C\nA,no,C\n",
              "A: [A] [no] [A] [A]; B: [no] [B] [B] [no]; C: [no] [no] [C] [C]"),
        GIVES("A,B,C\nA,no,no\nno,B,?no\nA,B,?no\nA,?no,C\n?no,no,C\n",
              "A: [A] [no] [A] [A] [?no]; B: [no] [B] [B] [?no] [no]; C: [no] [?no] [?no] [C] [C]"),
        GIVES("A,B,best\nA,no,A\nno,B,B\nA,B,C\nno,no,A\n",
              "A: [A] [no] [A] [no]; B: [no] [B] [B] [no]; best: [A] [B] [C] [A]"),
        GIVES("a,b\na,c\na,d\nb,c\n", "a: [a] [a] [b]; b: [c] [d] [c]"),
    };
    CHECK(table);
#undef HEADLESS
}

static void survives_any_failing_allocation(void)
{
    static const file_case c = GIVES("a\xc3\xa9,,b,\n1,,t\xc3\xa9,\n2,,caf\xc3\xa9,\n",
                                     "a\xc3\xa9# 1 2; b: [t\xc3\xa9] [caf\xc3\xa9]");
    CU_ASSERT_TRUE(reads_or_runs_out(&c, false));
}

/* A command that has no memory stays unsaid. */
static bool reads_spellings(void *bytes)
{
    logreg_error err = {0};
    logreg_frame *f = NULL;
    logreg_csv_options o = logreg_csv_options_default();
    FILE *stream = fmemopen(bytes, strlen(bytes), "rb");
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err);
    fclose(stream);
    return status == LOGREG_ENOMEM ||
           (status == LOGREG_EDATA && strstr(err.message, "'$1' is a number with its unit"));
}

static void mends_spellings_with_numbers(void)
{
    static const file_case table[] = {
        GIVES("a,b\n$1,yes\n$2,no\n\n$3,Yes\n$4,no\n",
              "f.csv:2:1 'a': '$1' is a number with its unit (4 of 4 values). Take the unit out, perl -lne "
              "'@F = "
              "/(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; if ($. > 1 && @F > 1) { s/ ?\\$// for $F[0]; "
              "s/^[\"\\s]*Yes[\"\\s]*?(?=\\r?$)/yes/ for $F[1] } print join \",\", @F' f.csv, or use "
              "--categorical a; the command writes the answers of 'b' in one way each, too"),
        /* who says that they differ is believed */
        GIVES("a,b\n$1,yes\n$2,no\n$3,Yes\n$4,no\n",
              "f.csv:2:1 'a': '$1' is a number with its unit (4 of 4 values). Take the unit out, " CELLS(
                  ",", "s/ ?\\$// for $F[0]") ", or use --categorical a",
              .categorical = "b"),
    };
    CHECK(table);
    CU_ASSERT_TRUE(oom_each(reads_spellings, (void *)table[0].bytes));
}

const test_case tests[] = {
    {"proposes other delimiters", proposes_other_delimiters},
    {"tells rows that sum up others", tells_rows_that_sum_up_others},
    {"tells a header that comes again", tells_a_header_that_comes_again},
    {"brings decimal marks together", brings_decimal_marks_together},
    {"joins what commas tear", joins_what_commas_tear},
    {"names wide characters", names_wide_characters},
    {"tells a first row of words that is data", tells_a_first_row_of_words_that_is_data},
    {"survives any failing allocation", survives_any_failing_allocation},
    {"tells what separates cells", tells_what_separates},
    {"tells values apart", tells_values_apart},
    {"tells text taken for another encoding", tells_text_taken_for_another_encoding},
    {"notes text taken for another encoding", notes_text_taken_for_another_encoding},
    {"undresses numbers", undresses_numbers},
    {"tells rows that are no data", tells_rows_that_are_no_data},
    {"finds where the table is", finds_where_the_table_is},
    {"finds the table below lines that look like rows", finds_the_table_below_lines_that_look_like_rows},
    {"mends spellings with numbers", mends_spellings_with_numbers},
    {"names what has no name", names_what_has_no_name},
    {"finds the table below titles of words", finds_the_table_below_titles_of_words},
    {NULL, NULL},
};
