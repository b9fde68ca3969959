# SPDX-License-Identifier: GPL-3.0-or-later
# Everything the executables read at run time besides the index, gathered in WESPOL_RESOURCE_DIR:
#   polish.dict, polish.LICENSE.txt   the PoliMorf dictionary, taken out of Debian's jar
#   templates/, locales/              copies of the folders in frontend/
#   data/                             vocabularies and region: what `analyze` reads outside the repository
#   assets/                           styles and scripts under hashed names, with assets.json

set(frontend_dir ${PROJECT_SOURCE_DIR}/frontend)
set(resource_outputs "")

set(dictionary_entries morfologik/stemming/polish/polish.dict morfologik/stemming/polish/polish.LICENSE.txt)
set(unpacked_dir ${PROJECT_BINARY_DIR}/polimorf)
list(TRANSFORM dictionary_entries PREPEND ${unpacked_dir}/ OUTPUT_VARIABLE unpacked_files)
set(dictionary ${WESPOL_RESOURCE_DIR}/polish.dict)
add_custom_command(OUTPUT ${dictionary} ${WESPOL_RESOURCE_DIR}/polish.LICENSE.txt
  COMMAND ${CMAKE_COMMAND} -E make_directory ${unpacked_dir} ${WESPOL_RESOURCE_DIR}
  COMMAND ${CMAKE_COMMAND} -E chdir ${unpacked_dir}
          ${CMAKE_COMMAND} -E tar xf ${MORFOLOGIK_POLISH_JAR} ${dictionary_entries}
  COMMAND ${CMAKE_COMMAND} -E copy ${unpacked_files} ${WESPOL_RESOURCE_DIR}
  # The entries carry their dates of 2020: without this they look older than the jar for ever.
  COMMAND ${CMAKE_COMMAND} -E touch ${dictionary} ${WESPOL_RESOURCE_DIR}/polish.LICENSE.txt
  DEPENDS ${MORFOLOGIK_POLISH_JAR}
  COMMENT "Taking the Polish dictionary out of ${MORFOLOGIK_POLISH_JAR}"
  VERBATIM)
list(APPEND resource_outputs ${dictionary})

foreach(folder IN ITEMS templates locales)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${frontend_dir}/${folder}/*)
  if(files)
    set(stamp ${PROJECT_BINARY_DIR}/${folder}.stamp)
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E rm -rf ${WESPOL_RESOURCE_DIR}/${folder}
      COMMAND ${CMAKE_COMMAND} -E copy_directory ${frontend_dir}/${folder} ${WESPOL_RESOURCE_DIR}/${folder}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${files}
      COMMENT "Copying ${folder}"
      VERBATIM)
    list(APPEND resource_outputs ${stamp})
  endif()
endforeach()

foreach(folder IN ITEMS vocabulary region)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/${folder}/*)
  set(stamp ${PROJECT_BINARY_DIR}/data-${folder}.stamp)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${WESPOL_RESOURCE_DIR}/data/${folder}
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${PROJECT_SOURCE_DIR}/data/${folder} ${WESPOL_RESOURCE_DIR}/data/${folder}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${files}
    COMMENT "Copying data/${folder}"
    VERBATIM)
  list(APPEND resource_outputs ${stamp})
endforeach()

file(GLOB_RECURSE frontend_sources CONFIGURE_DEPENDS ${frontend_dir}/src/*)
if(frontend_sources AND EXISTS ${frontend_dir}/package-lock.json)
  find_program(NPM_PROGRAM npm)
  if(NOT NPM_PROGRAM)
    message(FATAL_ERROR "npm not found: install nodejs and npm (script/bootstrap)")
  endif()
  file(GLOB frontend_tools CONFIGURE_DEPENDS ${frontend_dir}/*.json ${frontend_dir}/*.mjs ${frontend_dir}/*.js ${frontend_dir}/script/*)
  set(assets ${WESPOL_RESOURCE_DIR}/assets)
  add_custom_command(OUTPUT ${assets}/assets.json
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${assets}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${assets}
    COMMAND ${CMAKE_COMMAND} -E env OUT_DIR=${assets} ${NPM_PROGRAM} --silent --prefix ${frontend_dir} run build
    COMMAND ${CMAKE_COMMAND} -E touch_nocreate ${assets}/assets.json
    DEPENDS ${frontend_sources} ${frontend_tools}
    COMMENT "Building styles and scripts (npm ci must have run: script/bootstrap)"
    VERBATIM)
  list(APPEND resource_outputs ${assets}/assets.json)
endif()

add_custom_target(wespol_resources ALL DEPENDS ${resource_outputs})
install(DIRECTORY ${WESPOL_RESOURCE_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/wespol)
