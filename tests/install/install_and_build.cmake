# Installs a build into an empty prefix; then configures, builds and tests the project beside this script against it.
file(REMOVE_RECURSE "${scratch}")
unset(ENV{DESTDIR})  # a packager's, and not meant for this prefix
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${build}" --config "${config}" --prefix "${scratch}/prefix"
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --build-and-test "${CMAKE_CURRENT_LIST_DIR}/consumer" "${scratch}/build"
                        --build-generator "${generator}" --build-makeprogram "${make_program}" --build-config "${config}"
                        --build-options "-DCMAKE_PREFIX_PATH=${scratch}/prefix" "-DCMAKE_CXX_COMPILER=${compiler}"
                                        "-DCMAKE_TOOLCHAIN_FILE=${toolchain}" "-DCMAKE_BUILD_TYPE=${config}"
                        --test-command "${CMAKE_CTEST_COMMAND}" --output-on-failure --build-config "${config}"
                COMMAND_ERROR_IS_FATAL ANY)
