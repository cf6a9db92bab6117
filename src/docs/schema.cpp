#include "cli/help.hpp"

namespace mpn::app {

void put_schema(output& to) {
  to.put(R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "mpn-renewal",
  "description": "A record as it came, with one member more: renewal. An array of them, or one.",
  "anyOf": [
    {"$ref": "#/$defs/record"},
    {"type": "array", "items": {"$ref": "#/$defs/record"}}
  ],
  "$defs": {
    "record": {
      "type": "object",
      "required": ["renewal"],
      "properties": {"renewal": {"$ref": "#/$defs/renewal"}}
    },
    "renewal": {
      "description": "A schedule or an error, never both. Within a schema_version things are only added.",
      "type": "object",
      "required": ["schema_version"],
      "properties": {"schema_version": {"const": 1}},
      "oneOf": [{"$ref": "#/$defs/schedule"}, {"$ref": "#/$defs/failed"}]
    },
    "schedule": {
      "required": ["term", "anniversary", "window", "reminders", "next_anniversary", "covid_extension"],
      "properties": {
        "competency": {"description": "The canonical English name; absent when none was given.", "type": "string"},
        "term": {"description": "Counted from the date given, each earlier term renewed in its window.", "type": "integer", "minimum": 1},
        "anniversary": {"description": "R1: the same day one year after the purchase; 29 February becomes 28 February.", "$ref": "#/$defs/day"},
        "window": {
          "description": "R2: the 30 days in which it can be renewed, both ends included.",
          "type": "object",
          "required": ["opens", "closes"],
          "properties": {"opens": {"$ref": "#/$defs/day"}, "closes": {"$ref": "#/$defs/day"}}
        },
        "reminders": {
          "description": "R3: 15 days before and 23 days after the anniversary.",
          "type": "object",
          "required": ["first", "second"],
          "properties": {"first": {"$ref": "#/$defs/day"}, "second": {"$ref": "#/$defs/day"}}
        },
        "next_anniversary": {"description": "R5: 365 days on, if renewed in the window.", "$ref": "#/$defs/day"},
        "covid_extension": {"$ref": "#/$defs/covid_extension"},
        "status": {
          "description": "Where the as-of day stands in the term.",
          "type": "object",
          "required": ["as_of", "phase", "days_left"],
          "properties": {
            "as_of": {"$ref": "#/$defs/day"},
            "phase": {"enum": ["active", "reminded", "open", "last_call", "lapsed"]},
            "days_left": {"description": "Days to the window's last day: 0 on it, negative after it.", "type": "integer"}
          }
        }
      }
    },
    "covid_extension": {
      "description": "R6. Eligible is subject to its conditions: the membership has moved from Partner Membership Center to Partner Center; an advanced specialization keeps the gold competency it is aligned to. Only the requirements are waived: the renewal, the fee and the window stay.",
      "type": "object",
      "required": ["status", "reason"],
      "properties": {
        "status": {"enum": ["eligible", "not_eligible", "unknown"]},
        "reason": {"enum": ["in_range", "out_of_range", "excluded_competency", "not_covered", "competency_not_given", "not_published"]},
        "wave": {"enum": ["2020-H1", "2020-H2", "2021-H1", "2021-H2"]},
        "extended_to": {"$ref": "#/$defs/day"}
      },
      "if": {"properties": {"status": {"const": "eligible"}}},
      "then": {"required": ["wave", "extended_to"], "properties": {"reason": {"const": "in_range"}}},
      "else": {"properties": {"wave": false, "extended_to": false, "reason": {"not": {"const": "in_range"}}}}
    },
    "failed": {
      "required": ["error"],
      "properties": {
        "error": {
          "type": "object",
          "required": ["code", "message"],
          "properties": {
            "code": {"enum": ["invalid_date", "ambiguous_date", "missing_date", "out_of_range", "unknown_competency", "malformed_record"]},
            "message": {"description": "The reason and the way out, in English.", "type": "string"},
            "field": {"description": "The name of the member or column it is about, as it came.", "type": "string"},
            "input": {"description": "The first 200 bytes of a malformed record.", "type": "string"}
          },
          "if": {"properties": {"code": {"const": "malformed_record"}}},
          "then": {"required": ["input"]},
          "else": {"properties": {"input": false}}
        }
      }
    },
    "day": {"type": "string", "pattern": "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
  }
}
)json");
}

}  // namespace mpn::app
