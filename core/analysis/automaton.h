// SPDX-License-Identifier: GPL-3.0-or-later
// A finite-state automaton in the CFSA2 format of Morfologik (flags, labels, stop and next bits),
// walked arc by arc. Knows bytes, not words. All of it is walked once at opening: what leaves the
// file, turns in a circle or is longer than the format allows is refused; every access is checked
// again. Immutable, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace wespol {

class Automaton {
  public:
    /// A place in the automaton: the offset of its first arc; 0 leads nowhere.
    using Node = std::uint32_t;

    struct Arc {
        unsigned char label;
        bool is_final;  ///< a sequence ends with this arc
        Node target;    ///< 0 when nothing follows
    };

    /// Throws Error(environment) with the reason when this is not a sound CFSA2 automaton.
    explicit Automaton(std::string bytes);

    Node root() const { return root_; }

    /// Where that label leads from `node`; 0 when nowhere.
    Node follow(Node node, unsigned char label) const;

    /// Calls visit(Arc) for every arc of `node` in the order of the file.
    template <class Visit>
    void for_each_arc(Node node, Visit visit) const {
        if (node == 0) return;
        Node at = first_arc(node);
        for (std::size_t seen = 1;; ++seen) {
            const StoredArc arc = read_arc(at);
            visit(Arc{arc.label, arc.is_final, target(arc, seen)});
            if (arc.is_last) return;
            at = next_arc(arc, seen);
        }
    }

  private:
    struct StoredArc {
        unsigned char label;
        bool is_final, is_last, target_is_next;
        Node after_label;  ///< the number of the target, or the next arc
    };

    unsigned char byte(Node offset) const;
    StoredArc read_arc(Node at) const;
    Node target(StoredArc arc, std::size_t seen) const;
    Node first_arc(Node node) const;
    Node next_arc(const StoredArc& arc, std::size_t seen) const;
    Node skip_number(Node offset) const;
    Node read_number(Node offset) const;
    void check_all_nodes() const;

    std::string bytes_;
    std::size_t arcs_begin_ = 0;
    bool has_numbers_ = false;
    Node root_ = 0;
    std::array<Node, 256> from_root_{};  ///< the root has the most arcs and is passed by every word
};

}  // namespace wespol
