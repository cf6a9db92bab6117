// What only the man page says: what goes in and comes out, statuses, examples, the rules and where
// they are from. The sections are man(7) as it stands; the examples and the rules are plain text.
#pragma once

#include <array>
#include <string_view>

namespace mpn::app::man_text {

inline constexpr std::string_view beginning = R"(.SH NAME
mpn\-renewal \- renewal dates of Microsoft Partner Network competencies
.SH SYNOPSIS
.B mpn\-renewal
.RI [ OPTION ].\|.\|.\&
.I DATE
.RI [ COMPETENCY ].\|.\|.\&
.br
.B mpn\-renewal
.RI [ OPTION ].\|.\|.\&
.RB [ \-i
.IR FILE ]
.SH DESCRIPTION
Works out the renewal of a Microsoft Partner Network competency, advanced
specialization or Action Pack: the anniversary, the renewal window, the
reminders, the next anniversary, and whether the COVID\-19 extension applies.
.PP
With
.IR DATE ,
the purchase date as YYYY\-MM\-DD, it shows one offer.
All words after it are the competency: its English or Korean name, an id or an
alias, whatever the case, blanks and hyphens.
Quotes are not needed.
.PP
Without it, records are read from
.I FILE
or standard input, and every record goes out as it came with its schedule added.
Partner Center shows the anniversary (as "Renewal start date"), not the purchase
date; for such dates there is
.BR \-a .
.PP
An option without effect on what is asked is ignored; options that contradict
each other are refused.
.SH OPTIONS
)";

inline constexpr std::string_view middle = R"(.SH INPUT
What the records are is told by the beginning of the input, not by its name:
a JSON array or object, JSON Lines, CSV with a header (comma, semicolon or tab),
or plain lines of a date and a competency.
UTF\-8 and, with a byte order mark, UTF\-16 are read.
Columns and members are found by name: "purchase date", "anniversary", "renewal
start date", "date", "competency" and the Korean ones.
.PP
A date is YYYY\-MM\-DD, alone or with a midnight behind it.
Nothing is guessed: any other date, and a competency that is not in the
catalogue, is refused with the reason.
.SH OUTPUT
Text for people; CSV, JSON and JSON Lines for programs; calendar files.
The machine formats are the same bytes in every locale.
In JSON a member
.B renewal
is added at the end of each record, in CSV columns whose names begin with
.BR renewal. ;
it holds a schedule or an error, never both.
.B \-\-schema
describes it.
.SH EXIT STATUS
.TP
.B 0
Every record was worked out.
.TP
.B 1
Some record is bad; it says so in its place and on standard error, and all the
others were written.
.TP
.B 2
Usage; a bad date or name in the arguments; input that cannot be read; output
that cannot be written.
.PP
With
.B \-\-check
the worst of all offers counts, in this order: 2, 1, 3, 0.
.TP
.B 0
OK: every offer is active.
.TP
.B 1
WARNING: some offer has been reminded of, or its window is open.
.TP
.B 2
CRITICAL: some offer has had its last reminder, or has lapsed.
.TP
.B 3
UNKNOWN: a bad record, no offer at all, usage, input or output that failed.
.SH ENVIRONMENT
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
The first that is set and not empty gives the language of text, calendar files
and messages: Korean if it begins with
.BR ko ,
otherwise English.
.TP
.B NO_COLOR
If set and not empty, text is not colored unless
.B \-\-color always
says so.
.TP
.B TERM
If it is
.BR dumb ,
likewise.
.SH EXAMPLES
)";

inline constexpr std::string_view rules_heading = R"(.SH THE RULES
AD is the anniversary date; every range includes both ends.
Sentences in quotation marks are those of Microsoft's article, see below.
)";

inline constexpr std::string_view end = R"(.SH SEE ALSO
"Renew your MPN offers for competencies and advanced specializations during the
renewal window", Microsoft Partner Center documentation, renew\-mpn\-offers,
2021\-02\-04.
The extension had three more rounds in 2020 and 2021, published in the
article's other revisions and the partner blog:
.B \-\-waves all
counts them.
)";

struct example {
  std::string_view what;
  std::string_view command;
};

// README.md or a transcript plays each of them.
inline constexpr auto examples = std::to_array<example>({
    {"One offer, as a day in its term sees it:",
     "mpn-renewal 2020-04-20 Cloud Platform --as-of 2021-05-08"},
    {"The same offer as events for a calendar:", "mpn-renewal -f ics 2020-04-20 Cloud Platform"},
    {"The offers of a CSV file as JSON Lines:", "mpn-renewal -i offers.csv -f ndjson"},
    {"For cron or monitoring, an offer renewed every year since its purchase:",
     "mpn-renewal --check -t current 2018-09-01 Security"},
    {"The names that can be given:", "mpn-renewal --list"},
});

struct rule {
  std::string_view name;
  std::string_view says;
  std::string_view source;
};

inline constexpr auto rules = std::to_array<rule>({
    {"R1 anniversary",
     "AD is the same month and day one year after the purchase date; 29 February becomes 28 "
     "February.",
     R"("the anniversary of your purchase date"; "valid for one year from the date of attainment" (competencies report))"},
    {"R2 renewal window", "It opens on AD + 1 and closes on AD + 30.",
     R"("Your renewal window begins on the anniversary of your purchase date plus one day"; "You have 30 days after your )"
     R"(anniversary date to renew")"},
    {"R3 reminders", "The first comes on AD - 15, the second on AD + 23.",
     R"("Fifteen days before your anniversary date, Microsoft will remind you ... another reminder 23 days after your anniversary )"
     R"(date")"},
    {"R4 benefits",
     "They continue through AD + 30; not renewed by then, they and the competency are lost.",
     R"("Your benefits continue during that time ... If you don't renew within your renewal window, you'll lose your benefits and )"
     R"(competencies")"},
    {"R5 next anniversary", "AD + 365, on whichever day of the window the renewal is made.",
     R"("When you renew during the renewal window, your new anniversary date will be 365 days after your current anniversary")"},
    {"R6 COVID-19 extension",
     "With an AD from 2021-01-01 to 2021-06-30, every competency except Cloud Business "
     "Applications, and every advanced "
     "specialization, is exempt from the requirements until its next AD. The renewal, the fee and "
     "the window stay, and the "
     "membership must be in Partner Center.",
     R"("extensions for competencies (except for the Cloud Business Applications competency) and advanced specializations for )"
     R"(partners with anniversary dates (AD) between January 1, 2021 and June 30, 2021"; "an exemption from meeting the )"
     R"(requirements until your next renewal date")"},
});

}  // namespace mpn::app::man_text
