# The job in jq: JSON Lines in, JSON Lines out.
def day: strftime("%Y-%m-%d");
def shifted($days): . + $days * 86400 | day;
(.purchase_date[0:4] | tonumber + 1 | tostring) as $year
| (.purchase_date[4:] | if . == "-02-29" then "-02-28" else . end) as $rest
| ($year + $rest) as $anniversary
| ($anniversary + "T00:00:00Z" | fromdate) as $at
| .renewal = {
    schema_version: 1, competency: .competency, term: 1, anniversary: $anniversary,
    window: {opens: ($at | shifted(1)), closes: ($at | shifted(30))},
    reminders: {first: ($at | shifted(-15)), second: ($at | shifted(23))},
    next_anniversary: ($at | shifted(365)),
    covid_extension:
      (if $anniversary < "2021-01-01" or $anniversary > "2021-06-30" then {status: "not_eligible", reason: "out_of_range"}
       elif .competency == "Cloud Business Applications" then {status: "not_eligible", reason: "excluded_competency"}
       else {status: "eligible", reason: "in_range", wave: "2021-H1", extended_to: ($at | shifted(365))} end)
  }
