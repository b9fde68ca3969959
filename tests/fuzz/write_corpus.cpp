// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a sound dictionary to start the fuzzer from. Usage: write_corpus FILE
#include "tests/support/small_dictionary.h"

#include <fstream>

int main(int count, char** arguments) {
    if (count != 2) return 2;
    using namespace wespol::test;
    std::ofstream file(arguments[1], std::ios::binary);
    file << small_dictionary(words_of_the_trade());
    return file ? 0 : 1;
}
