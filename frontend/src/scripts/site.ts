// SPDX-License-Identifier: GPL-3.0-or-later
import { submitSearchOnChange } from "./live-search";
import { suggestWhileTyping } from "./suggestions";

submitSearchOnChange();
suggestWhileTyping();
