// SPDX-License-Identifier: GPL-3.0-or-later
// What several readers of tables say of a file that is none, and what to do about it. Without a
// full stop: they stand within sentences. Thread-safe: constants.
#pragma once

#include "core/support/wording.h"

namespace wespol {

inline constexpr InThree kNotSpreadsheet{"to nie jest skoroszyt Excela (.xlsx)",
                                         "this is not an Excel workbook (.xlsx)",
                                         "це не книга Excel (.xlsx)"};
inline constexpr InThree kDamagedPart{"część „{}” jest uszkodzona", "the part “{}” is damaged",
                                      "частину «{}» пошкоджено"};
inline constexpr InThree kEncrypted{"plik jest zaszyfrowany hasłem",
                                    "the file is encrypted with a password",
                                    "файл зашифровано паролем"};

inline constexpr InThree kSaveAgain{"otwórz plik w Excelu i zapisz go jeszcze raz jako .xlsx",
                                    "open the file in Excel and save it again as .xlsx",
                                    "відкрийте файл в Excel і збережіть його ще раз як .xlsx"};
inline constexpr InThree kDivide{"podziel go na mniejsze", "divide it into smaller ones",
                                 "поділіть його на менші"};
inline constexpr InThree kSaveWithoutPassword{"zapisz go bez hasła i spróbuj jeszcze raz",
                                              "save it without a password and try again",
                                              "збережіть його без пароля і спробуйте ще раз"};

}  // namespace wespol
