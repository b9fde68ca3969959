// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_pdf.h"

#include "core/catalogue/calendar.h"
#include "server/pdf/pdf_table.h"
#include "server/protocol/result_lines.h"
#include "server/protocol/source_numbers.h"
#include "server/qr_code.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr PdfStyle kBody{9.5, false, 0x1c1714};
constexpr PdfStyle kCell{8.5, false, 0x1c1714};
constexpr PdfStyle kStrong{8.5, true, 0x1c1714};
constexpr PdfStyle kSoft{8, false, 0x5a4f48};
constexpr PdfStyle kWarning{9.5, true, 0x8c1d35};
constexpr PdfStyle kAddress{7.5, false, 0x5a4f48};

/// A telephone reads modules of 0.35 mm from paper without trouble.
constexpr double kModule = 1.0, kSmallestCode = 85, kLargestCode = 185;
constexpr double kBesideCode = 16;

/// The smallest space that still looks like one belongs to the other.
constexpr double kResultStart = 110;
constexpr double kHeadingHeight = 40;

/// Texts under each other; those that say nothing are left out.
PdfText stacked(const std::vector<PdfRun>& texts) {
    PdfText runs;
    for (const PdfRun& each : texts)
        if (!each.text.empty())
            runs.push_back({(runs.empty() ? "" : "\n") + each.text, each.style});
    return runs;
}

class ProtocolPdf {
  public:
    ProtocolPdf(PdfPages& pages, const Protocol& protocol, const Messages& messages)
        : pages_(pages), protocol_(protocol), messages_(messages) {}

    void draw() {
        pages_.heading(1, messages_("protocol.title"));
        draw_facts();
        draw_question();
        draw_not_proven();
        draw_results();
        draw_verification();
    }

  private:
    PdfTable label_table(const std::vector<ProtocolTerm>& terms, double width) const {
        PdfTable table;
        table.columns = {{"", 3}, {"", 7}};
        table.has_head = false;
        table.width = width;
        table.continued = messages_("protocol.continued");
        for (const ProtocolTerm& term : terms)
            table.rows.push_back({{{term.label, kSoft}}, {{term.value, kCell}}});
        return table;
    }

    void draw_facts() {
        const auto code = QrCode::of(protocol_.address);
        double width = PdfPages::kBodyWidth;
        double edge = 0;
        if (code) {
            edge = std::clamp(code->size() * kModule, kSmallestCode, kLargestCode);
            pages_.qr_code(*code, edge, messages_("protocol.qr"));
            width -= edge + kBesideCode;
        }
        const double before = pages_.left_on_page();
        draw_table(pages_, label_table(protocol_facts(messages_, protocol_), width));
        const double drawn = before - pages_.left_on_page();
        pages_.gap(std::max(0.0, edge - drawn) + 3);
        pages_.paragraph({{messages_("protocol.field.address") + ":", kSoft}});
        pages_.link({{protocol_.address, kAddress}}, protocol_.address);
    }

    void draw_question() {
        const ProtocolQuestion& question = protocol_.question;
        pages_.heading(2, messages_("protocol.question"));
        pages_.paragraph({{question.title, kBody}});
        if (question.kind != "check") {
            draw_table(pages_, label_table(question.terms, PdfPages::kBodyWidth));
            return;
        }
        PdfTable table;
        table.columns = {{messages_("protocol.line.asked"), 4},
                         {messages_("protocol.line.understood"), 3},
                         {messages_("protocol.line.found"), 6}};
        table.continued = messages_("protocol.continued");
        for (const ProtocolLine& line : protocol_.lines)
            table.rows.push_back({{{line.asked, kCell}},
                                  {{line.understood, kCell}},
                                  stacked({{names_of(line.ids), kCell}, {line.remark, kSoft}})});
        draw_table(pages_, table);
    }

    std::string names_of(const std::vector<std::string>& ids) const {
        std::string names;
        for (const std::string& id : ids) {
            const auto found =
                std::find_if(protocol_.results.begin(), protocol_.results.end(),
                             [&](const ProtocolResult& result) { return result.id == id; });
            if (found == protocol_.results.end()) continue;
            names += fmt::format("{}{}. {}", names.empty() ? "" : "\n",
                                 found - protocol_.results.begin() + 1, found->name);
        }
        return names;
    }

    void draw_not_proven() {
        pages_.heading(2, messages_("protocol.not_proven"));
        for (const std::string& sentence : protocol_.not_proven)
            pages_.paragraph({{sentence, kBody}});
        PdfTable table;
        table.columns = {{messages_("protocol.register.name"), 3},
                         {messages_("protocol.register.what"), 5},
                         {messages_("protocol.register.address"), 4}};
        table.continued = messages_("protocol.continued");
        for (const ProtocolRegister& each : protocol_.registers)
            table.rows.push_back(
                {{{each.name, kStrong}}, {{each.what, kCell}}, {{each.address, kAddress}}});
        draw_table(pages_, table);
    }

    void draw_results() {
        pages_.heading(2, messages_("protocol.results", {{"count", protocol_.results.size()}}),
                       kResultStart + kHeadingHeight);
        if (protocol_.results.empty())
            pages_.paragraph({{messages_("protocol.nothing_found"), kBody}});
        std::size_t number = 0;
        for (const ProtocolResult& result : protocol_.results)
            draw_result(++number, result);
    }

    void draw_result(std::size_t number, const ProtocolResult& result) {
        const SourceNumbers sources(result);
        pages_.heading(3, fmt::format("{}. {}", number, result.name), kResultStart);
        pages_.paragraph({{identity_line(messages_, result), kCell}});
        for (const std::string& line :
             {address_line(messages_, result), operator_line(messages_, result)})
            if (!line.empty()) pages_.paragraph({{line, kCell}});
        if (!result.activity.empty()) pages_.paragraph({{result.activity, kWarning}});
        draw_legal_facts(result, sources);
        draw_certificates(result, sources);
        draw_sources(result, sources);
    }

    std::string day() const { return format_day_polish(protocol_.as_of); }

    void draw_legal_facts(const ProtocolResult& result, const SourceNumbers& sources) {
        PdfTable table;
        table.columns = {{messages_("protocol.fact.title"), 22},
                         {messages_("protocol.fact.state", {{"day", day()}}), 26},
                         {messages_("protocol.fact.basis"), 26},
                         {messages_("protocol.fact.not_proven"), 34}};
        table.continued = messages_("protocol.continued");
        for (const FactRow& row : result.facts) {
            const std::string as_of = row.day.empty() ? "" : messages_("facts.day") + " " + row.day;
            table.rows.push_back(
                {{{row.title, kStrong}},
                 stacked({{row.label, kStrong}, {row.detail, kCell}}),
                 stacked({{row.basis, kCell}, {sources.cited(row.sources), kCell}, {as_of, kSoft}}),
                 {{row.not_proven.empty() ? row.meaning : row.not_proven, kCell}}});
        }
        draw_table(pages_, table);
    }

    void draw_certificates(const ProtocolResult& result, const SourceNumbers& sources) {
        PdfTable table;
        table.columns = {{messages_("protocol.certificate.subject"), 40},
                         {messages_("protocol.certificate.granted"), 22},
                         {messages_("protocol.certificate.until"), 24},
                         {messages_("protocol.fact.state", {{"day", day()}}), 22}};
        table.continued = messages_("protocol.continued");
        for (const ProtocolCertificate& each : result.certificates) {
            const std::string subject =
                each.subject.empty() ? messages_("certificates.subject_unknown") : each.subject;
            const std::string how =
                each.until_is_computed ? messages_("certificates.computed") : "";
            const std::string inferred =
                each.year_is_inferred ? messages_("certificates.year_inferred") : "";
            table.rows.push_back(
                {stacked({{subject, kStrong},
                          {each.edition + " " + sources.cited(each.sources), kSoft},
                          {certificate_remarks(messages_, each), kSoft}}),
                 stacked({{each.granted, kCell}, {inferred, kSoft}}),
                 stacked({{each.until, kCell}, {how, kSoft}}),
                 {{each.label, kStrong}}});
        }
        draw_table(pages_, table);
    }

    void draw_sources(const ProtocolResult& result, const SourceNumbers& sources) {
        if (!result.confirmed.empty())
            pages_.paragraph({{messages_("sources.confirmed") + " " + result.confirmed, kSoft}});
        std::size_t number = 0;
        for (const std::string& address : sources.addresses())
            pages_.link({{fmt::format("[{}] {}", ++number, address), kAddress}}, address);
    }

    void draw_verification() {
        pages_.heading(2, messages_("protocol.verify"));
        pages_.paragraph({{messages_(verify_link_key(protocol_)), kBody}});
        pages_.paragraph({{messages_("protocol.verify.file", {{"key", protocol_.key}}), kBody}});
    }

    PdfPages& pages_;
    const Protocol& protocol_;
    const Messages& messages_;
};

}  // namespace

std::string protocol_pdf(const Protocol& protocol, const Messages& messages) {
    PdfDescription description;
    description.title = messages("protocol.title_number", {{"number", protocol.number}});
    description.author = protocol.issuer;
    description.subject = protocol.question.title;
    description.created = warsaw_iso(protocol.moment);
    description.language = "pl-PL";
    description.foot = [&](int page, int pages) {
        return messages("protocol.foot", {{"number", protocol.number},
                                          {"page", static_cast<std::size_t>(page)},
                                          {"pages", static_cast<std::size_t>(pages)}});
    };
    return write_pdf(description,
                     [&](PdfPages& pages) { ProtocolPdf(pages, protocol, messages).draw(); });
}

}  // namespace wespol
