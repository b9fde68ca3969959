// SPDX-License-Identifier: GPL-3.0-or-later
// Hands files to a target of fuzzing one by one, without libFuzzer: what was found once stays
// mended, and targets do not rot. Usage: fuzz-<target> FILE|FOLDER...
#include "tests/fuzz/target.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& given) {
    if (!fs::is_directory(given)) return {given};
    std::vector<fs::path> files;
    for (const fs::directory_entry& each : fs::directory_iterator(given))
        if (each.is_regular_file()) files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

bool replay(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return false;
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
    // At once: the target may end the program.
    std::cout << path.string() << std::endl;
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    std::size_t replayed = 0;
    for (int i = 1; i < count; ++i) {
        for (const fs::path& file : files_of(arguments[i])) {
            if (!replay(file)) {
                std::cerr << file.string() << ": cannot be read\n";
                return 2;
            }
            ++replayed;
        }
    }
    if (replayed > 0) return 0;
    std::cerr << "nothing to replay\n";
    return 2;
}
