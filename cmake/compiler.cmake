# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the project is compiled: warnings, sanitizers, ccache, precompiled headers.

if(WESPOL_CCACHE)
  find_program(CCACHE_PROGRAM ccache)
  if(CCACHE_PROGRAM)
    # Without the sloppiness ccache refuses every file that uses a precompiled header; with the base
    # directory another clone of this repository finds what this one compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
  endif()
endif()

add_library(wespol_compile_options INTERFACE)
target_compile_options(wespol_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wundef
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${WESPOL_WERROR}>:-Werror>
  $<$<AND:$<BOOL:${WESPOL_PCH}>,$<CXX_COMPILER_ID:GNU>>:-fpch-preprocess>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 to 14 report copies inside std::string that cannot happen (GCC bug 105651).
  target_compile_options(wespol_compile_options INTERFACE -Wno-restrict)
  if(WESPOL_SANITIZE)
    # The instrumentation hides initialisations from the flow analysis.
    target_compile_options(wespol_compile_options INTERFACE
      -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endif()

if(WESPOL_SANITIZE)
  add_compile_options(-fsanitize=${WESPOL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${WESPOL_SANITIZE})
endif()

# The standard library and what nearly every file needs: a file must still name what it includes. script/lint compiles
# without precompiled headers, so a forgotten standard include is found there.
function(wespol_precompile target)
  if(WESPOL_PCH)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <chrono> <cstddef> <cstdint> <filesystem> <fstream> <functional> <iostream>
      <map> <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <thread>
      <unordered_map> <utility> <variant> <vector> <fmt/format.h> <tl/expected.hpp> ${ARGN})
  endif()
endfunction()
