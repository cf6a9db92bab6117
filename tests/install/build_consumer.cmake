# Configures, builds and tests the project in consumer/ against an installation, or with this source tree as fetched content, as
# README's two blocks of CMake show.
file(REMOVE_RECURSE "${scratch}")
file(READ "${source}/README.md" readme)
string(REGEX MATCHALL "```cmake\n[^`]*" snippets "${readme}")
if(way STREQUAL package)
  list(GET snippets 0 snippet)
  # As packagers do: the prefix of the target system, inside a folder of its own.
  set(ENV{DESTDIR} "${scratch}/root")
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${build}" --config "${config}" --prefix /usr COMMAND_ERROR_IS_FATAL ANY)
  unset(ENV{DESTDIR})
  set(options "-DCMAKE_PREFIX_PATH=${scratch}/root/usr")
else()
  list(GET snippets 1 snippet)
  # Only date is to be needed: the libraries of the program are hidden, and nothing can be downloaded.
  set(options "-DFETCHCONTENT_SOURCE_DIR_MPN-RENEWAL=${source}" -DFETCHCONTENT_FULLY_DISCONNECTED=ON)
  foreach(library fmt CLI11 RapidJSON Catch2)
    list(APPEND options -DCMAKE_DISABLE_FIND_PACKAGE_${library}=ON)
  endforeach()
  if(date)
    list(APPEND options "-DFETCHCONTENT_SOURCE_DIR_DATE=${date}")
  endif()
endif()
string(REPLACE "```cmake\n" "" snippet "${snippet}")
file(WRITE "${scratch}/snippet.cmake" "${snippet}")
execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --build-and-test "${CMAKE_CURRENT_LIST_DIR}/consumer" "${scratch}/build"
                        --build-generator "${generator}" --build-makeprogram "${make_program}" --build-config "${config}"
                        --build-options ${options} "-DMPN_RENEWAL_SNIPPET=${scratch}/snippet.cmake" "-DCMAKE_CXX_COMPILER=${compiler}" "-DCMAKE_TOOLCHAIN_FILE=${toolchain}"
                                        "-DCMAKE_BUILD_TYPE=${config}"
                        --test-command "${CMAKE_CTEST_COMMAND}" --output-on-failure --build-config "${config}"
                COMMAND_ERROR_IS_FATAL ANY)
