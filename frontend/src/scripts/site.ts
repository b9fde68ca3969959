// SPDX-License-Identifier: GPL-3.0-or-later
import { countChosen } from "./compare-choice";
import { submitSearchOnChange } from "./live-search";
import { offerPrinting } from "./print-button";
import { suggestWhileTyping } from "./suggestions";

submitSearchOnChange();
offerPrinting();
countChosen();
suggestWhileTyping();
