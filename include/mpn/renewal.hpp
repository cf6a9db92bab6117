// The renewal rules of the Microsoft Partner Network for competencies, advanced specializations and
// the Action Pack: pure and constexpr, without clock, locale, allocation, exceptions or I/O.
//
//   using namespace mpn;
//   const auto day = parse_date("2020-04-20");
//   const auto competency = find_competency("Cloud Platform");
//   if (!day || !competency) return;
//   const term first = nth_term(anniversary_of(purchase_date{*day}), 1);
//   schedule_of(first, *competency)->window().closes;  // 2021-05-20
#pragma once

#include "mpn/affixes.hpp"          // IWYU pragma: export
#include "mpn/catalogue.hpp"        // IWYU pragma: export
#include "mpn/date.hpp"             // IWYU pragma: export
#include "mpn/extension.hpp"        // IWYU pragma: export
#include "mpn/find_competency.hpp"  // IWYU pragma: export
#include "mpn/folded_name.hpp"      // IWYU pragma: export
#include "mpn/offer.hpp"            // IWYU pragma: export
#include "mpn/result.hpp"           // IWYU pragma: export
#include "mpn/rules.hpp"            // IWYU pragma: export
#include "mpn/rules_ended.hpp"      // IWYU pragma: export
#include "mpn/schedule.hpp"         // IWYU pragma: export
