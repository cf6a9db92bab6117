// The job in DuckDB: node peer_duckdb.mjs IN.csv|IN.ndjson OUT, with its package in the folder that NODE_PATH_DIR names.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.NODE_PATH_DIR}/`);
const { DuckDBInstance } = require('@duckdb/node-api');
const [, , input, output] = process.argv;
const columns = "columns = {id: 'VARCHAR', purchase_date: 'DATE', competency: 'VARCHAR'}";
const table = input.endsWith('.csv')
  ? `read_csv('${input}', header = true, ${columns})`
  : `read_json('${input}', format = 'newline_delimited', ${columns})`;
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.run(`COPY (
  WITH dated AS (
    SELECT *, (purchase_date + INTERVAL 1 YEAR)::DATE AS anniversary,
      anniversary BETWEEN DATE '2021-01-01' AND DATE '2021-06-30' AS in_range,
      competency <> 'Cloud Business Applications' AS covered
    FROM ${table})
  SELECT id, purchase_date, competency, {
    schema_version: 1, competency: competency, term: 1, anniversary: anniversary,
    "window": {opens: anniversary + 1, closes: anniversary + 30},
    reminders: {first: anniversary - 15, second: anniversary + 23},
    next_anniversary: anniversary + 365,
    covid_extension: {
      status: CASE WHEN in_range AND covered THEN 'eligible' ELSE 'not_eligible' END,
      reason: CASE WHEN NOT in_range THEN 'out_of_range' WHEN covered THEN 'in_range' ELSE 'excluded_competency' END,
      wave: CASE WHEN in_range AND covered THEN '2021-H1' END,
      extended_to: CASE WHEN in_range AND covered THEN anniversary + 365 END}} AS renewal
  FROM dated) TO '${output}' (FORMAT JSON)`);
