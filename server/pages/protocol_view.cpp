// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/protocol_view.h"

#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/protocol/result_lines.h"
#include "server/protocol/source_numbers.h"
#include "server/qr_code.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Modules beyond which a code needs more room to be read from a screen.
constexpr int kDenseCode = 90;

std::string anchor_of(std::size_t number) {
    return fmt::format("wynik-{}", number);
}

Views term_views(const std::vector<ProtocolTerm>& terms) {
    Views views;
    for (const ProtocolTerm& term : terms) {
        View view;
        view["label"] = View(term.label);
        view["value"] = View(term.value);
        views.push_back(std::move(view));
    }
    return views;
}

Views line_views(const Protocol& protocol) {
    Views views;
    for (const ProtocolLine& line : protocol.lines) {
        Views found;
        for (std::size_t i = 0; i < protocol.results.size(); ++i) {
            const ProtocolResult& result = protocol.results[i];
            if (std::find(line.ids.begin(), line.ids.end(), result.id) == line.ids.end()) continue;
            View view;
            view["name"] = View(fmt::format("{}. {}", i + 1, result.name));
            view["anchor"] = View(anchor_of(i + 1));
            found.push_back(std::move(view));
        }
        View view;
        view["asked"] = View(line.asked);
        view["understood"] = View(line.understood);
        view["remark"] = maybe(line.remark);
        put_list(view, "found", found);
        views.push_back(std::move(view));
    }
    return views;
}

Views fact_views(const ProtocolResult& result, const SourceNumbers& sources) {
    Views views;
    for (const FactRow& row : result.facts) {
        View view;
        view["title"] = View(row.title);
        view["label"] = View(row.label);
        view["detail"] = maybe(row.detail);
        view["basis"] = View(row.basis);
        view["cited"] = View(sources.cited(row.sources));
        view["day"] = maybe(row.day);
        view["not_proven"] = View(row.not_proven.empty() ? row.meaning : row.not_proven);
        views.push_back(std::move(view));
    }
    return views;
}

Views certificate_views(const Messages& messages, const ProtocolResult& result,
                        const SourceNumbers& sources) {
    Views views;
    for (const ProtocolCertificate& each : result.certificates) {
        View view;
        view["subject"] = maybe(each.subject);
        view["edition"] = View(each.edition);
        view["cited"] = View(sources.cited(each.sources));
        view["remarks"] = maybe(certificate_remarks(messages, each));
        view["granted"] = View(each.granted);
        view["year_is_inferred"] = View(each.year_is_inferred);
        view["until"] = View(each.until);
        view["until_is_computed"] = View(each.until_is_computed);
        view["label"] = View(each.label);
        views.push_back(std::move(view));
    }
    return views;
}

Views source_views(const SourceNumbers& sources) {
    Views views;
    for (std::size_t i = 0; i < sources.addresses().size(); ++i) {
        const std::string& address = sources.addresses()[i];
        View view;
        view["number"] = View(std::to_string(i + 1));
        view["source_href"] = maybe(web_href(address));
        view["source_text"] = View(address);
        views.push_back(std::move(view));
    }
    return views;
}

View result_view(const Messages& messages, const ProtocolResult& result, std::size_t number) {
    const SourceNumbers sources(result);
    View view;
    view["number"] = View(std::to_string(number));
    view["anchor"] = View(anchor_of(number));
    view["name"] = View(result.name);
    view["identity"] = View(identity_line(messages, result));
    view["address_line"] = maybe(address_line(messages, result));
    view["operator"] = maybe(operator_line(messages, result));
    view["activity"] = maybe(result.activity);
    view["confirmed"] = maybe(result.confirmed);
    put_list(view, "facts", fact_views(result, sources));
    put_list(view, "certificates", certificate_views(messages, result, sources));
    put_list(view, "sources", source_views(sources));
    return view;
}

/// The address's query, as every form of the same protocol has it.
std::string query_of(const std::string& address) {
    return address.substr(address.find('?'));
}

void put_forms(View& view, const Protocol& protocol) {
    const std::string base = "/protokol/" + protocol.number;
    const std::string query = query_of(protocol.address);
    view["pdf_href"] = View(base + ".pdf" + query);
    view["json_href"] = View(base + ".json" + query);
    view["signed_href"] = View(base + ".tresc.json" + query);
    view["signature_href"] = View(base + ".podpis" + query);
    view["key_href"] = View("/protokol/klucze/" + protocol.key + ".pem");
}

void put_qr_code(View& view, const std::string& address) {
    const auto code = QrCode::of(address);
    view["qr_path"] = code ? View(code->svg_path()) : View(false);
    if (!code) return;
    view["qr_size"] = View(std::to_string(code->size() + 2 * QrCode::kMargin));
    view["qr_is_dense"] = View(code->size() > kDenseCode);
}

/// What is not written as a signed file writes it stays as it is.
std::string day_of_file(const Messages& messages, const std::string& written) {
    const auto day = parse_day(written);
    return day ? messages.day(*day) : written;
}

std::string moment_of_file(const Messages& messages, const std::string& written) {
    const auto moment = parse_warsaw_iso(written);
    return moment ? warsaw_in_words(*moment, messages.language()) : written;
}

/// The same protocol, within a page of the reader's language; of another server as it is written.
std::string page_of_protocol(const PageContext& context, const std::string& address) {
    if (!address.starts_with(context.public_url + "/")) return address;
    return context.public_url + site_href(context, address.substr(context.public_url.size()));
}

void put_verdict(View& view, const PageContext& context, const Messages& messages,
                 const ProtocolHomePage& page) {
    const bool is_valid = page.verified && *page.verified;
    view["is_valid"] = View(is_valid);
    view["invalid_why"] = View(false);
    if (page.verified && !is_valid) {
        const Wording why = page.verified->error().wording();
        view["invalid_why"] = View(why.in(messages.language()));
        view["why_is_polish"] = View(!why.is_in(messages.language()));
    }
    if (!is_valid) return;
    const VerifiedProtocol& verified = **page.verified;
    put_list(
        view, "verified",
        term_views({{messages("protocol.field.number"), verified.number},
                    {messages("protocol.field.moment"), moment_of_file(messages, verified.moment)},
                    {messages("protocol.field.as_of"), day_of_file(messages, verified.as_of)},
                    {messages("protocol.field.total"), std::to_string(verified.total)},
                    {messages("protocol.field.generation"), verified.generation},
                    {messages("protocol.field.key"), verified.key}}));
    view["verified_question"] = View(verified.question);
    view["verified_href"] = View(page_of_protocol(context, verified.address));
}

}  // namespace

View protocol_view(const PageContext& context, const Messages& messages, const Messages& polish,
                   const Protocol& protocol) {
    View view = page_frame(context, messages,
                           messages("protocol.title_number", {{"number", protocol.number}}));
    view["is_not_polish"] = View(context.language != Language::pl);
    put_forms(view, protocol);
    put_qr_code(view, protocol.address);
    view["issuer"] = View(protocol.issuer);
    view["address"] = View(protocol.address);
    put_list(view, "protocol_facts", term_views(protocol_facts(polish, protocol)));
    view["question"] = View(protocol.question.title);
    const bool is_check = protocol.question.kind == "check";
    put_list(view, "terms", is_check ? Views() : term_views(protocol.question.terms));
    put_list(view, "lines", line_views(protocol));
    Views sentences;
    for (const std::string& sentence : protocol.not_proven) {
        View each;
        each["text"] = View(sentence);
        sentences.push_back(std::move(each));
    }
    put_list(view, "not_proven", sentences);
    Views registers;
    for (const ProtocolRegister& known : protocol.registers) {
        View each;
        each["name"] = View(known.name);
        each["what"] = View(known.what);
        each["register_href"] = View(known.address);
        registers.push_back(std::move(each));
    }
    put_list(view, "registers", registers);
    view["heading"] = View(polish("protocol.results", {{"count", protocol.results.size()}}));
    view["on_day"] = View(polish("protocol.fact.state", {{"day", polish.day(protocol.as_of)}}));
    Views results;
    for (const ProtocolResult& result : protocol.results)
        results.push_back(result_view(polish, result, results.size() + 1));
    put_list(view, "results", results);
    view["verify_link"] = View(polish(verify_link_key(protocol)));
    view["verify_file"] = View(polish("protocol.verify.file", {{"key", protocol.key}}));
    return view;
}

View protocol_home_view(const PageContext& context, const Messages& messages,
                        const ProtocolHomePage& page) {
    View view = page_frame(context, messages, messages("protocol.title"));
    view["refusal"] = View(false);
    view["why_is_polish"] = View(false);
    if (page.refused) {
        view["refusal"] = View(messages(page.refused->key));
        const Wording& why = page.refused->why;
        view["refusal_why"] =
            View(why.empty() ? messages(page.refused->key + "_why") : why.in(context.language));
        view["why_is_polish"] = View(!why.empty() && !why.is_in(context.language));
    }
    put_verdict(view, context, messages, page);
    view["asked_address"] = View(page.asked_address);
    Views keys;
    for (const PublicKey& key : page.keys.public_keys()) {
        View each;
        each["key_id"] = View(key.id());
        each["key_href"] = View("/protokol/klucze/" + key.id() + ".pem");
        each["is_current"] = View(key.id() == page.keys.current().id());
        keys.push_back(std::move(each));
    }
    put_list(view, "keys", keys);
    return view;
}

}  // namespace wespol
