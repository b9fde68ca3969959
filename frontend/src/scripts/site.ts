// SPDX-License-Identifier: GPL-3.0-or-later
import { countChosen } from "./compare-choice";
import { filterFacets, showFacetFilters } from "./facet-filter";
import { followFilters } from "./live-search";
import { answerButtons, showButtons } from "./page-buttons";
import { openResultMap } from "./result-map";
import { suggestWhileTyping } from "./suggestions";

/** What scripts add to a page, and to the results that come later. */
function enhance(): void {
  showButtons();
  showFacetFilters();
  openResultMap();
}

followFilters(enhance);
answerButtons();
filterFacets();
countChosen();
suggestWhileTyping();
enhance();
