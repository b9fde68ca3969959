// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection_table.h"

#include <algorithm>
#include <utility>

namespace wespol {

using Phase = ConnectionPhase;

Connection& ConnectionTable::add(Descriptor socket) {
    const int number = socket.number();
    return connections_.try_emplace(number, Connection{std::move(socket)}).first->second;
}

Connection* ConnectionTable::find(int number) {
    const auto found = connections_.find(number);
    return found == connections_.end() ? nullptr : &found->second;
}

void ConnectionTable::count(Connection& each) {
    held_bytes_ += each.held() - each.counted;
    each.counted = each.held();
}

void ConnectionTable::close(Connection& each) {
    held_bytes_ -= each.counted;
    connections_.erase(each.socket.number());
}

Connection* ConnectionTable::quietest() {
    const auto order = [](const Connection& each) {
        return std::pair(each.phase, each.deadline);  // idle ones before lingering ones
    };
    Connection* quietest = nullptr;
    for (auto& [number, each] : connections_) {
        if (each.phase != Phase::idle && each.phase != Phase::lingering) continue;
        if (!quietest || order(each) < order(*quietest)) quietest = &each;
    }
    return quietest;
}

Connection* ConnectionTable::largest() {
    Connection* largest = nullptr;
    for (auto& [number, each] : connections_) {
        if (each.phase != Phase::arriving && each.phase != Phase::leaving) continue;
        if (!largest || each.counted > largest->counted) largest = &each;
    }
    return largest;
}

std::size_t ConnectionTable::unanswered() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        connections_, [](const auto& entry) { return entry.second.phase != Phase::lingering; }));
}

}  // namespace wespol
