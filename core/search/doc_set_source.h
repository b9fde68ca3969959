// SPDX-License-Identifier: GPL-3.0-or-later
// A DocSet as Xapian reads it: its documents, scored by their distance where a place is asked for.
// Refers to what it is made of and must outlive the query made of it. Use from one thread; what
// asks it may throw OutOfTime.
#pragma once

#include "core/catalogue/region.h"
#include "core/index/columns.h"
#include "core/search/deadline.h"
#include "core/search/search_request.h"

#include <algorithm>
#include <optional>
#include <string>

#include <xapian.h>

namespace wespol {

/// What a record at the place itself gets; it falls to nothing at the edge of the circle. In the
/// usual 25 km a kilometre is worth 20: the words decide between neighbours, never between towns,
/// and an exact name is above both.
inline constexpr double kNearWeight = 500.0;

/// What distance does to the score: who is near comes first.
struct Nearness {
    const Columns& columns;
    const NearPlace& place;
};

class DocSetSource final : public Xapian::PostingSource {
  public:
    DocSetSource(const DocSet& documents, const std::optional<Nearness>& nearness,
                 Deadline deadline = {})
        : documents_(documents),
          count_(static_cast<Xapian::doccount>(documents.count())),
          nearness_(nearness),
          deadline_(deadline) {}

    Xapian::doccount get_termfreq_min() const override { return count_; }
    Xapian::doccount get_termfreq_est() const override { return count_; }
    Xapian::doccount get_termfreq_max() const override { return count_; }
    void init(const Xapian::Database&) override {
        set_maxweight(nearness_ ? kNearWeight : 0.0);
        document_ = 0;
        started_ = false;
    }
    void next(double) override {
        deadline_.step();
        document_ = documents_.next(started_ ? document_ + 1 : 1);
        started_ = true;
    }
    void skip_to(Xapian::docid document, double) override {
        if (started_ && (document_ == 0 || document_ >= document)) return;
        deadline_.step();
        document_ = documents_.next(document);
        started_ = true;
    }
    double get_weight() const override {
        if (!nearness_) return 0.0;
        const auto position = nearness_->columns.position(document_);
        if (!position) return 0.0;
        const NearPlace& place = nearness_->place;
        const double km = distance_km(place.lat, place.lon, position->lat, position->lon);
        return kNearWeight * std::max(0.0, 1.0 - km / place.radius_km);
    }
    bool at_end() const override { return started_ && document_ == 0; }
    Xapian::docid get_docid() const override { return document_; }
    std::string get_description() const override { return "DocSetSource"; }

  private:
    const DocSet& documents_;
    Xapian::doccount count_;
    const std::optional<Nearness>& nearness_;
    Deadline deadline_;
    DocId document_ = 0;
    bool started_ = false;
};

}  // namespace wespol
