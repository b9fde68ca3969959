// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/result_lines.h"

#include "core/catalogue/calendar.h"
#include "core/support/joined.h"
#include "server/qr_code.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

std::string labelled(const Messages& messages, const char* key, const std::string& number) {
    return number.empty() ? "" : messages(key) + " " + number;
}

}  // namespace

std::string identity_line(const Messages& messages, const ProtocolResult& result) {
    return joined_known({result.legal_form, labelled(messages, "entity.nip", result.nip),
                         labelled(messages, "entity.krs", result.krs),
                         labelled(messages, "entity.regon", result.regon)},
                        " · ");
}

std::string address_line(const Messages& messages, const ProtocolResult& result) {
    const std::string municipality =
        result.municipality.empty()
            ? ""
            : messages("place.municipality", {{"name", result.municipality}});
    const std::string county = result.county == result.town ? "" : result.county;
    return joined_known(
        {result.street, joined_known({result.postal_code, result.town}, " "), municipality, county},
        ", ");
}

std::string operator_line(const Messages& messages, const ProtocolResult& result) {
    if (!result.operated_by) return result.is_unit ? messages("entity.operator_unknown") : "";
    const ProtocolParty& party = *result.operated_by;
    const std::string numbers = joined_known(
        {labelled(messages, "entity.nip", party.nip), labelled(messages, "entity.krs", party.krs)},
        ", ");
    std::string line = fmt::format(
        "{}: {}", messages(result.is_unit ? "entity.operator" : "entity.operator_or_founder"),
        joined_known({party.name, numbers}, ", "));
    if (result.is_unit) line = with_full_stop(line) + " " + messages("entity.operator_signs");
    return line;
}

std::string certificate_remarks(const Messages& messages, const ProtocolCertificate& certificate) {
    const std::string announced =
        certificate.announced.empty()
            ? ""
            : messages("certificate.announced", {{"day", certificate.announced}});
    return joined_known({certificate.doubt, announced, certificate.granted_basis, certificate.note},
                        " ");
}

const char* verify_link_key(const Protocol& protocol) {
    return QrCode::of(protocol.address) ? "protocol.verify.link" : "protocol.verify.link_alone";
}

std::vector<ProtocolTerm> protocol_facts(const Messages& messages, const Protocol& protocol) {
    return {{messages("protocol.field.number"), protocol.number},
            {messages("protocol.field.moment"), warsaw_polish(protocol.moment)},
            {messages("protocol.field.as_of"), format_day_polish(protocol.as_of)},
            {messages("protocol.field.total"), std::to_string(protocol.results.size())},
            {messages("protocol.field.generation"), protocol.generation.name},
            {messages("protocol.field.content_digest"), protocol.generation.content_digest},
            {messages("protocol.field.manifest_digest"), protocol.generation.manifest_digest},
            {messages("protocol.field.issuer"), protocol.issuer},
            {messages("protocol.field.key"), protocol.key}};
}

}  // namespace wespol
