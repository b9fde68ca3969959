# SPDX-License-Identifier: GPL-3.0-or-later
# Every library is a package of the distribution; script/packages.txt lists them with their reasons.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# core
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)
find_package(ICU REQUIRED COMPONENTS i18n uc)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)

# indexer and server
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(simdjson REQUIRED)

# core/table: tables of offices, for both. libphonenumber is the indexer's. libcsv and libphonenumber tell pkg-config nothing of themselves.
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
foreach(library IN ITEMS csv phonenumber)
  find_library(${library}_LIBRARY ${library})
  if(NOT ${library}_LIBRARY)
    message(FATAL_ERROR "lib${library} not found: install lib${library}-dev (script/bootstrap)")
  endif()
endforeach()

# core/settings, for both programs
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)

# server: spreadsheets for download
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
# server: PDF and QR codes of protocols
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
pkg_check_modules(QRCODEGEN REQUIRED IMPORTED_TARGET qrcodegencpp)

# server: figures for Prometheus; the part of the library that listens itself is not linked
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)

# The flags in the .pc file change the layout of cpp-httplib's classes: never use the header without them.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)

find_path(KAINJOW_MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp)
if(NOT KAINJOW_MUSTACHE_INCLUDE_DIR)
  message(FATAL_ERROR "kainjow/mustache.hpp not found: install libkainjow-mustache-dev (script/bootstrap)")
endif()
add_library(kainjow_mustache INTERFACE)
target_include_directories(kainjow_mustache SYSTEM INTERFACE ${KAINJOW_MUSTACHE_INCLUDE_DIR})

# The Polish dictionary is data, read by our own code: no Java at run time.
find_file(MORFOLOGIK_POLISH_JAR morfologik-polish.jar PATHS /usr/share/java)
if(NOT MORFOLOGIK_POLISH_JAR)
  message(FATAL_ERROR "morfologik-polish.jar not found: install libmorfologik-stemming2-java (script/bootstrap)")
endif()
