# Files that are part of the program. Each FILE of this folder is configured into the build folder, where @PROJECT_VERSION@ and the
# like are filled in. FILE.inc there has its bytes as a list of characters, which no compiler limits the length of.
function(embed_files) # FILE...
  foreach(file IN LISTS ARGN)
    configure_file(${file} ${file} @ONLY NEWLINE_STYLE UNIX)
    file(READ ${CMAKE_CURRENT_BINARY_DIR}/${file} bytes HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," characters "${bytes}")
    file(CONFIGURE OUTPUT ${file}.inc CONTENT "${characters}\n" @ONLY)
  endforeach()
endfunction()
