# Debian's own requirements. CPack runs this when the files of the package are in place.
set(root ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(doc ${root}/share/doc/mpn-renewal)
set(readable OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)

execute_process(COMMAND date --utc --rfc-email --date=${CPACK_MPN_RENEWAL_RELEASED} OUTPUT_VARIABLE released
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${doc}/changelog @ONLY FILE_PERMISSIONS ${readable})
execute_process(COMMAND gzip -9nf ${root}/share/man/man1/mpn-renewal.1 ${root}/share/man/ko/man1/mpn-renewal.1
                        ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)

file(RENAME ${root}/share/licenses/mpn-renewal/copyright ${doc}/copyright)
file(REMOVE_RECURSE ${root}/share/licenses)
if(EXISTS ${root}/share/zsh/site-functions)
  file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)
endif()

# Independent of the umask of the build.
file(CHMOD_RECURSE ${root} DIRECTORY_PERMISSIONS ${readable} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
