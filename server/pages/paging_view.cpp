// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/paging_view.h"

#include "server/pages/links.h"

#include <algorithm>
#include <string>
#include <utility>

namespace wespol {

namespace {

constexpr int kNeighbours = 2;  ///< pages shown on each side of the current one

}  // namespace

int last_page(const SearchRequest& request, std::size_t total) {
    const auto size = static_cast<std::size_t>(request.page_size);
    const std::size_t deepest = static_cast<std::size_t>(kMaxDepth) / size;
    return static_cast<int>(std::max<std::size_t>(1, std::min((total + size - 1) / size, deepest)));
}

std::string page_href(const PageContext& context, const SearchRequest& request, int page) {
    SearchRequest other = request;
    other.page = page;
    return search_href(context, other);
}

View paging_view(const PageContext& context, const SearchRequest& request, std::size_t total) {
    const int last = last_page(request, total);
    if (last <= 1) return View(false);

    const int current = std::clamp(request.page, 1, last);
    Views pages;
    int previous_number = 0;
    for (int number = 1; number <= last; ++number) {
        const bool is_near = number >= current - kNeighbours && number <= current + kNeighbours;
        if (number != 1 && number != last && !is_near) continue;
        View page;
        page["number"] = View(std::to_string(number));
        page["href"] = View(page_href(context, request, number));
        page["current"] = View(number == request.page);
        page["gap_before"] = View(number > previous_number + 1);
        previous_number = number;
        pages.push_back(std::move(page));
    }
    View paging;
    paging["previous"] = request.page > 1
                             ? View(page_href(context, request, std::min(request.page - 1, last)))
                             : View(false);
    paging["next"] =
        request.page < last ? View(page_href(context, request, request.page + 1)) : View(false);
    paging["pages"] = View(pages);
    return paging;
}

}  // namespace wespol
