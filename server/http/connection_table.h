// SPDX-License-Identifier: GPL-3.0-or-later
// The connections of a ConnectionGuard by the number of their socket, and how much they hold. What
// a worker has is not looked into. One thread.
#pragma once

#include "server/http/connection.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace wespol {

class ConnectionTable {
  public:
    std::size_t size() const { return connections_.size(); }

    /// Bytes of requests and answers, by the last count of each.
    std::size_t held_bytes() const { return held_bytes_; }

    /// A connection stays where it is while others come and go.
    Connection& add(Descriptor socket);

    Connection& at(int number) { return connections_.at(number); }
    Connection* find(int number);  ///< null without it
    void count(Connection& each);
    void close(Connection& each);

    /// Of those that are asked for nothing the one whose time is over first; null without any.
    Connection* quietest();

    /// Of those no worker has, by bytes; null without any.
    Connection* largest();

    /// Those whose answer is not on its way whole.
    std::size_t unanswered() const;

    /// Numbers, since what is done to them may take them away.
    template <class Condition>
    std::vector<int> those_that(const Condition& condition) const {
        std::vector<int> numbers;
        for (const auto& [number, each] : connections_)
            if (condition(each)) numbers.push_back(number);
        return numbers;
    }

  private:
    std::unordered_map<int, Connection> connections_;
    std::size_t held_bytes_ = 0;
};

}  // namespace wespol
