// SPDX-License-Identifier: GPL-3.0-or-later
import { submitSearchOnChange } from "./live-search";
import { offerPrinting } from "./print-button";
import { suggestWhileTyping } from "./suggestions";

submitSearchOnChange();
offerPrinting();
suggestWhileTyping();
