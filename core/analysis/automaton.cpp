// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/automaton.h"

#include "core/support/error.h"

#include <string_view>
#include <utility>
#include <vector>

namespace wespol {
namespace {

constexpr std::string_view kMagic = "\\fsa";
constexpr unsigned char kVersionCfsa2 = 0xC6;
constexpr unsigned kNumbersFlag = 0x100;
constexpr std::size_t kMaxLabels = 32;

}  // namespace

void Automaton::refuse(const char* reason) {
    throw Error(ErrorCode::environment, std::string("Słownik jest uszkodzony: ") + reason,
                "Zbuduj program ponownie albo zainstaluj go jeszcze raz.");
}

Automaton::Automaton(std::string bytes) : bytes_(std::move(bytes)) {
    if (bytes_.size() < kHeaderSize || !bytes_.starts_with(kMagic) ||
        static_cast<unsigned char>(bytes_[4]) != kVersionCfsa2)
        refuse("to nie jest plik CFSA2");
    if (bytes_.size() > UINT32_MAX / 2) refuse("plik jest za duży");
    const auto flags = (static_cast<unsigned>(static_cast<unsigned char>(bytes_[5])) << 8) |
                       static_cast<unsigned char>(bytes_[6]);
    has_numbers_ = (flags & kNumbersFlag) != 0;
    const std::size_t labels = static_cast<unsigned char>(bytes_[7]);
    if (labels == 0 || labels > kMaxLabels) refuse("zła liczba etykiet");
    arcs_begin_ = kHeaderSize + labels;
    root_ = target(read_arc(first_arc(0)), 1);
    if (root_ == 0) refuse("jest pusty");
    check_all_nodes();
    for_each_arc(root_, [&](const Arc& arc) { from_root_[arc.label] = arc.target; });
}

Automaton::Node Automaton::read_number(Node offset) const {
    std::uint64_t number = 0;
    for (int i = 0; i < kMaxNumberBytes; ++i) {
        const unsigned char part = byte(offset++);
        number |= static_cast<std::uint64_t>(part & 0x7F) << (7 * i);
        if ((part & 0x80) != 0) continue;
        if (number >= bytes_.size()) refuse("odsyła poza koniec pliku");
        return static_cast<Node>(number);
    }
    refuse("za długa liczba");
}

Automaton::Node Automaton::target(StoredArc arc, std::size_t seen) const {
    if (!arc.target_is_next) return read_number(arc.after_label);
    for (; !arc.is_last; ++seen)
        arc = read_arc(next_arc(arc, seen));
    return next_arc(arc, 0);  // behind the last arc of this node
}

Automaton::Node Automaton::follow(Node node, unsigned char wanted) const {
    if (node == root_) return from_root_[wanted];
    if (node == 0) return 0;
    Node at = first_arc(node);
    for (std::size_t seen = 1;; ++seen) {
        const StoredArc arc = read_arc(at);
        if (arc.label == wanted) return target(arc, seen);
        if (arc.is_last) return 0;
        at = next_arc(arc, seen);
    }
}

void Automaton::check_all_nodes() const {
    enum class State : unsigned char { unseen, open, done };
    std::vector<State> states(bytes_.size(), State::unseen);
    std::vector<Node> open{root_};  // depth first; a node stays until all below it are done
    while (!open.empty()) {
        const Node node = open.back();
        State& state = states[node];
        if (state != State::unseen) {
            state = State::done;
            open.pop_back();
            continue;
        }
        state = State::open;
        for_each_arc(node, [&](const Arc& arc) {
            if (arc.target == 0) return;
            if (states.at(arc.target) == State::open) refuse("kręci się w kółko");
            if (states[arc.target] == State::unseen) open.push_back(arc.target);
        });
    }
}

}  // namespace wespol
