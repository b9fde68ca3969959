// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_desk.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kGeneration = "generacja";
constexpr std::string_view kMoment = "chwila";

std::string path_and_query(std::string_view number, const ProtocolSubject& subject) {
    return fmt::format("/protokol/{}?{}={}&{}={}{}{}", number, kGeneration,
                       percent_encoded(subject.generation), kMoment, compact_utc(subject.moment),
                       subject.question.empty() ? "" : "&", subject.question);
}

/// The address taken apart: what it says, and the parameters of the question among them.
struct ReadAddress {
    ProtocolSubject subject;
    Parameters question;
};

/// Null unless generation and moment stand there once.
std::optional<ReadAddress> read_address(const Parameters& parameters) {
    ReadAddress address;
    std::optional<Moment> moment;
    for (const auto& [name, value] : parameters) {
        if (name == kGeneration) {
            if (!address.subject.generation.empty()) return std::nullopt;
            address.subject.generation = value;
        } else if (name == kMoment) {
            const auto read = parse_compact_utc(value);
            if (!read || moment) return std::nullopt;
            moment = *read;
        } else {
            address.question.emplace_back(name, value);
        }
    }
    if (!moment || address.subject.generation.empty()) return std::nullopt;
    address.subject.moment = *moment;
    address.subject.question = query_string(address.question);
    return address;
}

}  // namespace

ProtocolDesk::ProtocolDesk(KeyRing keys, const PastGenerations& generations, std::string public_url)
    : keys_(std::move(keys)), generations_(generations), public_url_(std::move(public_url)) {}

std::string ProtocolDesk::new_address(const ProtocolRequest& request, const std::string& generation,
                                      Moment moment) const {
    generations_.remember_protocol(generation, day_in_warsaw(moment));
    const ProtocolSubject subject{generation, moment, canonical_query(request)};
    return path_and_query(protocol_number(subject, keys_.current()), subject);
}

tl::expected<ProtocolCase, ProtocolRefusal> ProtocolDesk::find(
    std::string_view number, const Parameters& parameters,
    const std::shared_ptr<const IndexSnapshot>& current) const {
    const auto address = read_address(parameters);
    // Known before a generation is opened: a stranger cannot make us open any.
    const SigningKey* key = address && is_protocol_number(number)
                                ? key_of_number(number, address->subject, keys_)
                                : nullptr;
    if (!key) return tl::unexpected(ProtocolRefusal::not_ours);

    const ProtocolSubject& subject = address->subject;
    const bool is_current = subject.generation == current->generation();
    const auto snapshot = is_current ? current : generations_.find(subject.generation);
    // One that is open may be deleted all the same, and its list of files with it.
    if (!snapshot || (is_current && !generations_.is_there(subject.generation)))
        return tl::unexpected(ProtocolRefusal::gone);

    ProtocolCase found;
    found.request = decode_protocol_request(address->question, snapshot->references()).request;
    found.key = key;
    found.issue.number = number;
    found.issue.address = public_url_ + path_and_query(number, subject);
    found.issue.key = key->id();
    found.issue.moment = subject.moment;
    found.issue.snapshot = snapshot;
    found.issue.manifest_digest = generations_.manifest_digest(subject.generation);
    return found;
}

}  // namespace wespol
