// Only loads the file. NODE_PATH names the folder where nodejs-polars is.
const polars = require("nodejs-polars");
if (polars.readCSV(process.argv[2]).height === 0) process.exit(1);
