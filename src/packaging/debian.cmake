# What Debian wants different from other systems: run when the files of the package are in their places.
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(readable OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
set(changelog ${share}/doc/mpn-renewal/changelog)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog ${changelog} COPYONLY FILE_PERMISSIONS ${readable})
execute_process(COMMAND gzip -9nf ${share}/man/man1/mpn-renewal.1 ${changelog} COMMAND_ERROR_IS_FATAL ANY)
# Whatever the umask of whoever builds it.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY}/usr DIRECTORY_PERMISSIONS ${readable} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
