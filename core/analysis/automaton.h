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

    // The first byte of an arc.
    static constexpr unsigned char kTargetIsNext = 0x80;  ///< the node that follows in the file
    static constexpr unsigned char kLastArc = 0x40;
    static constexpr unsigned char kFinalArc = 0x20;
    static constexpr unsigned char kLabelIndex = 0x1F;  ///< 0: the label is in the byte after

    static constexpr std::size_t kHeaderSize = 8;  ///< magic, version, flags, number of labels
    static constexpr std::size_t kMaxArcsOfNode = 256;
    static constexpr int kMaxNumberBytes = 5;

    [[noreturn]] static void refuse(const char* reason);

    // Inline, for a word passes a hundred arcs.
    unsigned char byte(Node offset) const {
        const std::size_t at = arcs_begin_ + offset;
        if (at >= bytes_.size()) refuse("odsyła poza koniec pliku");
        return static_cast<unsigned char>(bytes_[at]);
    }
    StoredArc read_arc(Node at) const {
        const unsigned char flags = byte(at);
        const std::size_t index = flags & kLabelIndex;
        if (kHeaderSize + index >= arcs_begin_) refuse("nieznana etykieta");
        const unsigned char label =
            index == 0 ? byte(at + 1) : static_cast<unsigned char>(bytes_[kHeaderSize + index]);
        return {label, (flags & kFinalArc) != 0, (flags & kLastArc) != 0,
                (flags & kTargetIsNext) != 0, at + (index == 0 ? 2 : 1)};
    }
    Node first_arc(Node node) const { return has_numbers_ ? skip_number(node) : node; }
    Node next_arc(const StoredArc& arc, std::size_t seen) const {
        if (seen >= kMaxArcsOfNode) refuse("węzeł ma za wiele łuków");
        return arc.target_is_next ? arc.after_label : skip_number(arc.after_label);
    }
    Node skip_number(Node offset) const {
        for (int i = 0; i < kMaxNumberBytes; ++i)
            if ((byte(offset++) & 0x80) == 0) return offset;
        refuse("za długa liczba");
    }
    Node target(StoredArc arc, std::size_t seen) const;
    Node read_number(Node offset) const;
    void check_all_nodes() const;

    std::string bytes_;
    std::size_t arcs_begin_ = 0;
    bool has_numbers_ = false;
    Node root_ = 0;
    std::array<Node, 256> from_root_{};  ///< the root has the most arcs and is passed by every word
};

}  // namespace wespol
