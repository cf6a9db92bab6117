#include <mpn/renewal.hpp>

#include <cstdio>

int main() {
  using namespace mpn;
  const auto day = parse_date("2020-04-20");
  const auto s = schedule_of(nth_term(anniversary_of(purchase_date{*day}), 1),
                             *find_competency("Cloud Platform"));
  std::printf("%.10s\n", date_text{s->window().closes}.characters);
}
