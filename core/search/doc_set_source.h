// SPDX-License-Identifier: GPL-3.0-or-later
// A DocSet as Xapian reads it: its documents, without a score. Refers to the set and must outlive
// the query made of it. Use from one thread.
#pragma once

#include "core/index/doc_set.h"

#include <string>

#include <xapian.h>

namespace wespol {

class DocSetSource final : public Xapian::PostingSource {
  public:
    explicit DocSetSource(const DocSet& documents)
        : documents_(documents), count_(static_cast<Xapian::doccount>(documents.count())) {}

    Xapian::doccount get_termfreq_min() const override { return count_; }
    Xapian::doccount get_termfreq_est() const override { return count_; }
    Xapian::doccount get_termfreq_max() const override { return count_; }
    void init(const Xapian::Database&) override {
        set_maxweight(0.0);
        document_ = 0;
        started_ = false;
    }
    void next(double) override {
        document_ = documents_.next(started_ ? document_ + 1 : 1);
        started_ = true;
    }
    void skip_to(Xapian::docid document, double) override {
        if (started_ && (document_ == 0 || document_ >= document)) return;
        document_ = documents_.next(document);
        started_ = true;
    }
    bool at_end() const override { return started_ && document_ == 0; }
    Xapian::docid get_docid() const override { return document_; }
    std::string get_description() const override { return "DocSetSource"; }

  private:
    const DocSet& documents_;
    Xapian::doccount count_;
    DocId document_ = 0;
    bool started_ = false;
};

}  // namespace wespol
