# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` lays out beside executables and resources. The parts of a system service
# (units, configuration) come with the preset "package" only: elsewhere their paths would be wrong.

set(packaging_dir ${PROJECT_SOURCE_DIR}/packaging)

install(FILES ${packaging_dir}/man/wespol-indexer.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${packaging_dir}/man/wespol.toml.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${packaging_dir}/man/wespol-server.8 DESTINATION ${CMAKE_INSTALL_MANDIR}/man8)
install(FILES ${packaging_dir}/completions/wespol-server ${packaging_dir}/completions/wespol-indexer
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
# The embedded catalogue: what an office begins with.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/wespol/catalogue)
install(FILES ${packaging_dir}/nginx-site.conf ${packaging_dir}/wespol.toml
  DESTINATION ${CMAKE_INSTALL_DATADIR}/wespol/examples)
install(FILES README.md CHANGELOG.md LICENSE docs/operations.md docs/protocol.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(WESPOL_PACKAGE)
  include(cmake/package.cmake)
endif()
