// SPDX-License-Identifier: GPL-3.0-or-later
// Everything under /protokol: making one (an address is given out, nothing is stored), showing it
// as page, PDF and JSON, checking files, the public keys.
#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "core/support/digest.h"
#include "server/api/json_answer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/page_path.h"
#include "server/pages/protocol_view.h"
#include "server/protocol/protocol_desk.h"
#include "server/protocol/protocol_json.h"
#include "server/protocol/protocol_pdf.h"
#include "server/protocol/verification.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <semaphore>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

constexpr std::string_view kBase = "/protokol/";
constexpr std::string_view kKeys = "klucze/";
constexpr std::string_view kKeyEnding = ".pem";
constexpr const char* kHtml = "text/html; charset=utf-8";

HttpResponse home(const Exchange& exchange, int status, std::optional<ProtocolNotice> refused,
                  std::optional<Result<VerifiedProtocol>> verified = std::nullopt) {
    ProtocolHomePage page{exchange.protocols.keys(), std::move(refused), std::move(verified), ""};
    for (const auto& [name, value] : exchange.request.parameters)
        if (name == "adres") page.asked_address = value;
    return {status,
            kHtml,
            exchange.pages.protocol_home(page_context(exchange, exchange.today), page),
            {}};
}

/// In the language of the one who asks: the permanent address with its prefix.
HttpResponse see_other(const Exchange& exchange, const std::string& target) {
    return {303,
            "",
            "",
            {{"Location", std::string(language_prefix(exchange.language)) + target},
             {"Cache-Control", "no-store"}}};
}

// ---- forms of one protocol ---------------------------------------------------------------------

struct Written {
    const Exchange& exchange;
    const ProtocolCase& found;
    const Protocol& protocol;
    const Messages& messages;
};

HttpResponse as_page(const Written& written) {
    const ProtocolIssue& issue = written.found.issue;
    // As on its day: what is said of today must not change when the same page is asked for later.
    PageContext context{issue.snapshot->references(), issue.snapshot->generation(),
                        written.protocol.as_of, day_in_warsaw(issue.moment),
                        written.exchange.language};
    context.address = page_context(written.exchange, written.protocol.as_of).address;
    context.public_url = written.exchange.public_url;
    return {200,
            kHtml,
            written.exchange.pages.protocol(context, written.messages, written.protocol),
            {}};
}

HttpResponse as_file(const Written& written, const char* content_type, std::string bytes,
                     std::string_view ending) {
    return {200,
            content_type,
            std::move(bytes),
            {{"Content-Disposition", fmt::format("attachment; filename=\"protokol-{}{}\"",
                                                 written.protocol.number, ending)}}};
}

HttpResponse as_json(const Written& written) {
    return as_file(written, "application/json",
                   protocol_file(written.protocol, *written.found.key).file, ".json");
}

HttpResponse as_signed_bytes(const Written& written) {
    return as_file(written, "application/json",
                   protocol_file(written.protocol, *written.found.key).signed_bytes, ".tresc.json");
}

HttpResponse as_signature(const Written& written) {
    return as_file(written, "application/octet-stream",
                   protocol_file(written.protocol, *written.found.key).signature, ".podpis");
}

/// A place among the PDFs that are being set; none when all are taken.
class PdfPlace {
  public:
    explicit PdfPlace(const ProtocolDesk& desk)
        : places_(desk.pdf_places()), is_taken_(places_.try_acquire_for(kWaitForPlace)) {}
    ~PdfPlace() {
        if (is_taken_) places_.release();
    }
    PdfPlace(const PdfPlace&) = delete;
    PdfPlace& operator=(const PdfPlace&) = delete;
    explicit operator bool() const { return is_taken_; }

  private:
    static constexpr std::chrono::seconds kWaitForPlace{2};
    std::counting_semaphore<ProtocolDesk::kPdfsAtOnce>& places_;
    bool is_taken_;
};

HttpResponse as_pdf(const Written& written) {
    const PdfPlace place(written.exchange.protocols);
    if (!place)
        return come_again_answer(
            written.exchange.request.path, 5,
            {"Za dużo osób pobiera teraz PDF. Spróbuj za kilka sekund.",
             "Too many people are fetching PDFs now. Try in a few seconds.",
             "Забагато людей зараз завантажує PDF. Спробуйте за кілька секунд."});
    return {200,
            "application/pdf",
            protocol_pdf(written.protocol, written.messages),
            {{"Content-Disposition",
              fmt::format("inline; filename=\"protokol-{}.pdf\"", written.protocol.number)}}};
}

struct Form {
    std::string_view ending;
    HttpResponse (*make)(const Written&);
};
/// A longer ending before the one it ends with.
constexpr std::array kForms{Form{".pdf", as_pdf}, Form{".tresc.json", as_signed_bytes},
                            Form{".json", as_json}, Form{".podpis", as_signature},
                            Form{"", as_page}};

HttpResponse write(const Exchange& exchange, const ProtocolCase& found, const Form& form) {
    HttpResponse answer;
    exchange.pages.with_messages([&](const Messages& messages) {
        const auto protocol = write_protocol(found.request, found.issue, messages);
        answer = protocol
                     ? form.make({exchange, found, *protocol, messages})
                     : home(exchange, 400,
                            ProtocolNotice{"protocol.refused.wrong", protocol.error().wording()});
    });
    return answer;
}

HttpResponse refused(const Exchange& exchange, ProtocolRefusal why) {
    const bool is_gone = why == ProtocolRefusal::gone;
    return home(
        exchange, is_gone ? 410 : 404,
        ProtocolNotice{is_gone ? "protocol.refused.gone" : "protocol.refused.not_ours", ""});
}

/// The bytes follow from the address and from our templates alone: neither today nor the current
/// generation changes them.
std::string tag_of(const Exchange& exchange) {
    std::string key = exchange.resource_digest + "\n" + exchange.request.path;
    for (const auto& [name, value] : exchange.request.parameters)
        key += "\n" + percent_encoded(name) + "=" + percent_encoded(value);
    return "\"" + sha256(key).substr(0, 32) + "\"";
}

HttpResponse show(const Exchange& exchange) {
    const std::string_view argument = exchange.argument;
    const Form& form = *std::ranges::find_if(
        kForms, [&](const Form& each) { return argument.ends_with(each.ending); });
    const std::string_view number = argument.substr(0, argument.size() - form.ending.size());
    const auto found =
        exchange.protocols.find(number, exchange.request.parameters, exchange.snapshot);
    if (!found) return refused(exchange, found.error());
    // Files have one address, without a language.
    if (exchange.language != Language::pl && !form.ending.empty()) return not_found(exchange);

    const std::string tag = tag_of(exchange);
    HttpResponse answer;
    if (names_tag(exchange.request.if_none_match, tag))
        answer.status = 304;
    else
        answer = write(exchange, *found, form);
    if (answer.status == 200 || answer.status == 304) answer.headers.emplace_back("ETag", tag);
    return answer;
}

// ---- making one --------------------------------------------------------------------------------

std::string told_in(Language language, const std::vector<ParameterProblem>& problems) {
    constexpr std::array<std::string_view, kLanguages.size()> kAllowed{
        " Dozwolone: {}.", " Allowed: {}.", " Можна: {}."};
    std::string told;
    for (const ParameterProblem& each : problems) {
        told += fmt::format("{}{}={}: {}", told.empty() ? "" : " ", each.parameter, each.value,
                            each.message.in(language));
        if (!each.allowed.empty())
            told +=
                fmt::format(fmt::runtime(kAllowed[index_of(language)]), each.allowed.in(language));
    }
    return told;
}

HttpResponse make(const Exchange& exchange) {
    DecodedProtocolRequest decoded =
        decode_protocol_request(exchange.request.parameters, exchange.snapshot->references());
    if (!decoded.problems.empty()) {
        return home(exchange, 400,
                    ProtocolNotice{"protocol.refused.wrong",
                                   Wording(told_in(Language::pl, decoded.problems),
                                           told_in(Language::en, decoded.problems),
                                           told_in(Language::uk, decoded.problems))});
    }
    const auto settled_request =
        settled(std::move(decoded.request), exchange.snapshot, exchange.now);
    if (!settled_request)
        return home(exchange, 400,
                    ProtocolNotice{"protocol.refused.wrong", settled_request.error().wording()});
    return see_other(
        exchange, exchange.protocols.new_address(*settled_request, exchange.snapshot->generation(),
                                                 exchange.now));
}

// ---- keys --------------------------------------------------------------------------------------

/// For tags of what shows them: another key may be used from the next start on.
std::string ids_of(const KeyRing& keys) {
    std::string ids = keys.current().id();
    for (const PublicKey& key : keys.public_keys())
        ids += "\n" + key.id();
    return ids;
}

std::string keys_json(const KeyRing& keys) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const PublicKey& key : keys.public_keys())
        list.push_back({{"id", key.id()},
                        {"algorithm", "Ed25519"},
                        {"public_key", to_base64(key.raw())},
                        {"pem", "/protokol/klucze/" + key.id() + ".pem"},
                        {"current", key.id() == keys.current().id()}});
    return nlohmann::ordered_json{{"keys", list}}.dump(2) + "\n";
}

HttpResponse key_file(const Exchange& exchange) {
    std::string_view id = std::string_view(exchange.argument).substr(kKeys.size());
    if (!id.ends_with(kKeyEnding)) return not_found(exchange);
    id.remove_suffix(kKeyEnding.size());
    const PublicKey* key = exchange.protocols.keys().find(id);
    if (!key) return not_found(exchange);
    return answer_unless_known(exchange, key->id(), [&] {
        return HttpResponse{
            200, "application/x-pem-file", key->pem(), {{"Access-Control-Allow-Origin", "*"}}};
    });
}

// ---- addresses that were pasted ----------------------------------------------------------------

/// Path and query of a protocol's address, whatever stands before it; "" when it is none.
std::string own_part(std::string_view pasted) {
    const std::size_t start = pasted.find(kBase);
    if (start == std::string_view::npos) return "";
    const std::string_view target = pasted.substr(start);
    const bool is_clean =
        std::ranges::all_of(target, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
    return is_clean ? std::string(target) : "";
}

HttpResponse open_pasted(const Exchange& exchange, const std::string& pasted) {
    if (is_protocol_number(pasted))
        return home(exchange, 400, ProtocolNotice{"protocol.refused.number_only", ""});
    std::string target = own_part(pasted);
    if (target.empty())
        return home(exchange, 400, ProtocolNotice{"protocol.refused.no_address", ""});
    return see_other(exchange, target);
}

/// The file that was chosen, else the text that was pasted, without what surrounds it on a page.
std::string sent_protocol(const HttpRequest& request) {
    std::string pasted;
    for (const FormPart& part : request.form) {
        if (part.name == "plik" && !part.content.empty()) return part.content;
        if (part.name == "tresc") pasted = trimmed(part.content);
    }
    return pasted.empty() ? request.body : pasted;
}

}  // namespace

HttpResponse protocol_home_page(const Exchange& exchange) {
    for (const auto& [name, value] : exchange.request.parameters)
        if (name == "adres")
            if (const std::string pasted(trimmed(value)); !pasted.empty())
                return open_pasted(exchange, pasted);
    return answer_unless_known(exchange, ids_of(exchange.protocols.keys()),
                               [&] { return home(exchange, 200, std::nullopt); });
}

HttpResponse verified_protocol_page(const Exchange& exchange) {
    const std::string sent = sent_protocol(exchange.request);
    if (sent.empty())
        return home(exchange, 400, ProtocolNotice{"protocol.refused.nothing_sent", ""});
    return home(exchange, 200, std::nullopt, verify_protocol(sent, exchange.protocols.keys()));
}

HttpResponse protocol_page(const Exchange& exchange) {
    if (exchange.argument == "nowy") return make(exchange);
    if (exchange.argument.starts_with(kKeys)) return key_file(exchange);
    return show(exchange);
}

HttpResponse protocol_keys(const Exchange& exchange) {
    const KeyRing& keys = exchange.protocols.keys();
    return answer_unless_known(exchange, ids_of(keys),
                               [&] { return json_answer(keys_json(keys)); });
}

HttpResponse verify_protocol_json(const Exchange& exchange) {
    const auto verified =
        verify_protocol(sent_protocol(exchange.request), exchange.protocols.keys());
    nlohmann::ordered_json json{{"valid", verified.has_value()}};
    if (verified) {
        json["number"] = verified->number;
        json["address"] = verified->address;
        json["moment"] = verified->moment;
        json["as_of"] = verified->as_of;
        json["generation"] = verified->generation;
        json["question"] = verified->question;
        json["total"] = verified->total;
        json["key"] = verified->key;
    } else {
        json["reason"] = verified.error().message;
    }
    return json_answer(json.dump(2) + "\n");
}

}  // namespace wespol
