# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package, made by `script/package` (preset "package", cpack). The same sources, packages
# of the distribution and SOURCE_DATE_EPOCH give the same bytes.

set(units_dir ${PROJECT_BINARY_DIR}/units)
file(READ ${packaging_dir}/systemd/hardening.conf HARDENING)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${packaging_dir}/systemd/hardening.conf)
foreach(unit IN ITEMS wespol-server wespol-rotate-key wespol-publish wespol-inbox)
  configure_file(${packaging_dir}/systemd/${unit}.service.in ${units_dir}/${unit}.service @ONLY)
endforeach()
install(DIRECTORY ${units_dir}/ DESTINATION lib/systemd/system)
install(FILES ${packaging_dir}/systemd/wespol-server.socket ${packaging_dir}/systemd/wespol-inbox.path
              ${packaging_dir}/systemd/wespol-inbox.timer
  DESTINATION lib/systemd/system)
install(FILES ${packaging_dir}/wespol.toml DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/wespol)
install(FILES ${packaging_dir}/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

cmake_host_system_information(RESULT distribution QUERY DISTRIB_INFO)
set(distribution ${distribution_ID}${distribution_VERSION_ID})
string(REPLACE debian deb distribution "${distribution}")

set(CPACK_GENERATOR DEB)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_NAME wespol)
set(CPACK_PACKAGE_CONTACT "${WESPOL_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "open directory of the social economy of a region")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Searches social-economy entities, products and certificates of a region: web
pages that work without JavaScript, a JSON API, files, signed protocols of
market checks. An indexer turns the lists of an office into an index; a server
serves it behind nginx. With the catalogue of Wielkopolska.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~${distribution}")
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Beside the libraries: the type of PDFs and what finds it, the indexer's user.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, fontconfig, fonts-lato")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nginx, systemd")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${packaging_dir}/debian/postinst ${packaging_dir}/debian/prerm ${packaging_dir}/debian/postrm
  ${packaging_dir}/debian/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
