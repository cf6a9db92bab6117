# Debian's own requirements: CPack runs this when the files of the package are in place.
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(readable OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
set(changelog ${share}/doc/mpn-renewal/changelog)
execute_process(COMMAND date --utc --rfc-email --date=${CPACK_MPN_RENEWAL_RELEASED} OUTPUT_VARIABLE released
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${changelog} @ONLY FILE_PERMISSIONS ${readable})
execute_process(COMMAND gzip -9nf ${share}/man/man1/mpn-renewal.1 ${changelog} COMMAND_ERROR_IS_FATAL ANY)
# Independent of the umask of the build.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY}/usr DIRECTORY_PERMISSIONS ${readable} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
