// --sort: passes the records on in the order of urgency.
#pragma once

#include <vector>

#include "record/urgency.hpp"
#include "record/writer.hpp"
#include "select/record_store.hpp"

namespace mpn::app {

/// Keeps all records and passes them on at the end, the most urgent first and the bad ones last.
/// Records of equal urgency keep their order.
class sort_writer final : public writer {
 public:
  explicit sort_writer(writer& to) : to_{to} {}

  void begin(const table_header* header) override;
  void write(const record& record, const evaluation_result& result) override;
  void end() override;

 private:
  struct offer {
    urgency order;
    record_store::position at;  // keeps records of equal urgency in their order
    friend auto operator<=>(const offer&, const offer&) = default;
  };

  void pass_on(record_store::position at, bool last);

  writer& to_;
  record_store records_;
  std::vector<offer> offers_;
  std::vector<record_store::position> bad_;
  std::string_view line_end_{"\n"};  // of a record that has none and is not the last
};

}  // namespace mpn::app
