// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_table.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace wespol {
namespace {

constexpr double kBetweenColumns = 9;
constexpr double kAboveText = 3.5, kBelowText = 4;
constexpr double kHeadRule = 1, kRowRule = 0.4;
constexpr std::uint32_t kHeadColour = 0x1c1714, kRuleColour = 0xc9bdb0, kSoftColour = 0x5a4f48;
constexpr PdfStyle kHeadStyle{8, true, kHeadColour};
constexpr PdfStyle kContinuedStyle{8, false, kSoftColour};

/// The cells of a row, set into lines, and how far each is drawn.
struct SetRow {
    std::vector<std::shared_ptr<const PdfLines>> cells;
    std::vector<std::size_t> drawn;  ///< lines, by cell

    double height() const {
        double highest = 0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            highest = std::max(highest, cells[i]->height_from(drawn[i]));
        return highest;
    }
    bool is_drawn() const {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (drawn[i] < cells[i]->count()) return false;
        return true;
    }
};

class Drawing {
  public:
    Drawing(PdfPages& pages, const PdfTable& table) : pages_(pages), table_(table) {
        double shares = 0;
        for (const PdfColumn& column : table.columns)
            shares += column.share;
        const double free =
            table.width - kBetweenColumns * static_cast<double>(table.columns.size() - 1);
        double x = PdfPages::kMargin;
        for (const PdfColumn& column : table.columns) {
            lefts_.push_back(x);
            widths_.push_back(free * column.share / shares);
            x += widths_.back() + kBetweenColumns;
        }
        if (table.has_head) head_ = set(head_texts());
    }

    void draw() {
        const PdfPages::Tag tag(pages_, "Table");
        bool is_first = true;
        for (const std::vector<PdfText>& texts : table_.rows) {
            SetRow row = set(texts);
            const double needed = row.height() + padding() + (is_first ? head_height() : 0);
            const bool fits_a_page =
                row.height() + padding() + head_height() <= pages_.body_height();
            const bool begins_page =
                needed > pages_.left_on_page() &&
                (fits_a_page || pages_.left_on_page() < pages_.body_height() / 4);
            if (begins_page) pages_.next_page();
            // Told once to a screen reader; where it is repeated it is decoration.
            if (is_first)
                draw_head(true);
            else if (begins_page)
                draw_head(false);
            is_first = false;
            draw_row(row);
        }
        pages_.move_down(5);
    }

  private:
    static double padding() { return kAboveText + kBelowText + kRowRule; }
    double head_height() const { return head_ ? head_->height() + padding() + kHeadRule : 0; }

    std::vector<PdfText> head_texts() const {
        std::vector<PdfText> texts;
        for (const PdfColumn& column : table_.columns)
            texts.push_back({{column.title, kHeadStyle}});
        return texts;
    }

    SetRow set(const std::vector<PdfText>& texts) const {
        SetRow row;
        for (std::size_t i = 0; i < texts.size(); ++i)
            row.cells.push_back(pages_.lines(texts[i], widths_[i]));
        row.drawn.assign(texts.size(), 0);
        return row;
    }

    void draw_head(bool is_told) {
        if (!head_) return;
        pages_.move_down(kAboveText);
        {
            std::optional<PdfPages::Tag> row;
            if (is_told) row.emplace(pages_, "TR");
            for (std::size_t i = 0; i < head_->cells.size(); ++i) {
                std::optional<PdfPages::Tag> cell;
                if (is_told) cell.emplace(pages_, "TH");
                pages_.draw(*head_->cells[i], lefts_[i], 0, head_->cells[i]->count());
            }
        }
        pages_.move_down(head_->height() + kBelowText / 2);
        pages_.rule(PdfPages::kMargin, table_.width, kHeadRule, kHeadColour);
        pages_.move_down(kHeadRule);
    }

    /// All of it, over as many pages as it takes.
    void draw_row(SetRow& row) {
        draw_part(row);
        while (!row.is_drawn()) {
            pages_.next_page();
            draw_head(false);
            const auto note = pages_.lines({{table_.continued, kContinuedStyle}}, table_.width);
            pages_.move_down(kAboveText);
            pages_.draw(*note, PdfPages::kMargin, 0, note->count());
            pages_.move_down(note->height());
            draw_part(row);
        }
    }

    /// As many lines of each cell as the page has room for, at least one.
    void draw_part(SetRow& row) {
        pages_.move_down(kAboveText);
        const double room = pages_.left_on_page() - kBelowText - kRowRule;
        double highest = 0;
        {
            const PdfPages::Tag row_tag(pages_, "TR");
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const PdfLines& cell = *row.cells[i];
                const std::size_t first = row.drawn[i];
                std::size_t last = first + cell.fitting(first, room);
                if (last == first && first < cell.count()) last = first + 1;
                const PdfPages::Tag cell_tag(pages_, i == 0 && !table_.has_head ? "TH" : "TD");
                pages_.draw(cell, lefts_[i], first, last);
                highest = std::max(highest, cell.height_from(first) - cell.height_from(last));
                row.drawn[i] = last;
            }
        }
        pages_.move_down(highest + kBelowText);
        pages_.rule(PdfPages::kMargin, table_.width, kRowRule, kRuleColour);
        pages_.move_down(kRowRule);
    }

    PdfPages& pages_;
    const PdfTable& table_;
    std::vector<double> lefts_, widths_;
    std::optional<SetRow> head_;
};

}  // namespace

void draw_table(PdfPages& pages, const PdfTable& table) {
    if (!table.rows.empty()) Drawing(pages, table).draw();
}

}  // namespace wespol
