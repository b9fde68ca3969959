// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/json_lines_list.h"

#include <cstdint>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kExample = R"({"lines": ["778-134-68-88", "Fundacja …"]})";
constexpr InThree kNoJson{"To nie jest poprawny JSON (znak {}). Wyślij {}.",
                          "This is no valid JSON (character {}). Send {}.",
                          "Це неправильний JSON (символ {}). Надішліть {}."};
constexpr InThree kOtherShape{"Czego innego tu nie czytamy. Wyślij {}.",
                              "We read nothing else here. Send {}.",
                              "Іншого ми тут не читаємо. Надішліть {}."};
constexpr InThree kTooMany{"Naraz sprawdzamy najwyżej {} wierszy.",
                           "We check at most {} lines at a time.",
                           "За один раз перевіряємо не більше {} рядків."};
constexpr InThree kSend{"Wyślij {}.", "Send {}.", "Надішліть {}."};

/// Takes what the parser finds. Each of its functions says whether to go on.
class LinesTaker : public nlohmann::json_sax<Json> {
  public:
    std::vector<std::string> lines;
    std::optional<ListProblem> refusal;
    bool has_lines = false;

    bool null() override { return refuse(); }
    bool boolean(bool) override { return refuse(); }
    bool number_integer(number_integer_t number) override { return add(fmt::format("{}", number)); }
    bool number_unsigned(number_unsigned_t number) override {
        return add(fmt::format("{}", number));
    }
    bool number_float(number_float_t, const string_t&) override { return refuse(); }
    bool string(string_t& text) override { return add(std::move(text)); }
    bool binary(binary_t&) override { return refuse(); }

    bool start_object(std::size_t) override {
        if (depth_ != 0) return refuse();
        ++depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (name == "lines" && !has_lines) return has_lines = true;
        return refuse();
    }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ != 1) return refuse();
        ++depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t at, const std::string&,
                     const nlohmann::detail::exception&) override {
        refusal = ListProblem{400, worded(kNoJson, at, kExample)};
        return false;
    }

  private:
    bool refuse() {
        refusal = ListProblem{400, worded(kOtherShape, kExample)};
        return false;
    }

    bool add(std::string text) {
        if (depth_ != 2) return refuse();
        lines.push_back(std::move(text));
        if (lines.size() <= kMaxCheckedLines) return true;
        refusal = ListProblem{413, worded(kTooMany, kMaxCheckedLines)};
        return false;
    }

    int depth_ = 0;
};

}  // namespace

tl::expected<std::vector<std::string>, ListProblem> parse_json_lines(std::string_view json) {
    LinesTaker taker;
    const bool is_whole = Json::sax_parse(json.begin(), json.end(), &taker);
    if (taker.refusal) return tl::unexpected(*taker.refusal);
    if (!is_whole || !taker.has_lines)
        return tl::unexpected(ListProblem{400, worded(kSend, kExample)});
    return std::move(taker.lines);
}

}  // namespace wespol
