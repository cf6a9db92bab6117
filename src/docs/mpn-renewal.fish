# fish completion for mpn-renewal

# Completes the rest of a competency name after the words already typed, in any case.
function __mpn_renewal_competencies
    set -l names \
        'Application Development' \
        'App Integration' \
        'Cloud Platform' \
        'DevOps' \
        'Datacenter' \
        'Cloud Business Applications' \
        'Enterprise Resource Planning' \
        'Project and Portfolio' \
        'Data Analytics' \
        'Data Platform' \
        'Collaboration and Content' \
        'Communications' \
        'Cloud Productivity' \
        'Enterprise Mobility Management' \
        'Messaging' \
        'Security' \
        'Small and Midmarket Cloud Solutions' \
        'Windows and Devices' \
        'Analytics on Microsoft Azure' \
        'Data Warehouse Migration to Microsoft Azure' \
        'Kubernetes on Microsoft Azure' \
        'Linux and Open Source Databases Migration to Microsoft Azure' \
        'Microsoft Windows Virtual Desktop' \
        'Modernization of Web Applications to Microsoft Azure' \
        'SAP on Microsoft Azure' \
        'Windows Server and SQL Server Migration to Microsoft Azure' \
        'Low Code Application Development' \
        'Small and Midsize Business Management' \
        'Adoption and Change Management' \
        'Calling for Microsoft Teams' \
        'Meetings and Meeting Rooms for Microsoft Teams' \
        'Teamwork Deployment' \
        'Identity and Access Management' \
        'Threat Protection' \
        'Microsoft Action Pack'

    # The options that take a value, also as the last letter of a bundle such as -qf.
    set -l value_options -f --format -i --input --from -o --output -t --term --as-of --only --waves --date-order --date-field --competency-field --label-field --color --lang --generate
    set -l bundle '^-[aqhV]+[fiot]$'
    set -l option_waits
    set -l only_words
    set -l words
    for word in (commandline -opc)[2..]
        if set -q option_waits[1]
            set option_waits
        else if set -q only_words[1]
            set -a words $word
        else if test "$word" = --
            set only_words yes
        else if contains -- "$word" $value_options; or string match -qr -- $bundle "$word"
            set option_waits yes
        else if not string match -q -- '-?*' "$word"
            set -a words $word
        end
    end
    set -q words[1]; or return
    set -l typed (string join ' ' $words[2..] '')
    for name in $names
        if test (string lower -- (string sub -l (string length -- "$typed") -- $name)) = (string lower -- "$typed")
            string sub -s (math 1 + (string length -- "$typed")) -- $name
        end
    end
end

complete -c mpn-renewal -f
complete -c mpn-renewal -a '(__mpn_renewal_competencies)'
complete -c mpn-renewal -s f -l format -x -a 'text json ndjson csv ics html' -d 'output format'
complete -c mpn-renewal -l json -d 'same as --format json'
complete -c mpn-renewal -s i -l input -r -F -d 'read records from FILE'
complete -c mpn-renewal -l from -x -a 'lines ndjson' -d 'format of the input, instead of detecting it'
complete -c mpn-renewal -s o -l output -r -F -d 'write to FILE instead of standard output'
complete -c mpn-renewal -s a -l anniversary -d 'the date given is the anniversary'
complete -c mpn-renewal -s t -l term -x -a 'current' -d 'number of the term, or current'
complete -c mpn-renewal -l as-of -x -a 'today' -d 'add the phase and the days left on that day'
complete -c mpn-renewal -l only -x -a '' -d 'keep only the offers in these phases'
complete -c mpn-renewal -l sort -d 'most urgent first, lapsed offers last'
complete -c mpn-renewal -l check -d 'one status line and an exit status for monitoring'
complete -c mpn-renewal -l waves -x -a 'article all' -d 'COVID-19 extension waves to apply'
complete -c mpn-renewal -l date-order -x -a 'dmy mdy' -d 'also read dates such as 20/04/2020, in this order'
complete -c mpn-renewal -l date-field -x -a '' -d 'column or member that holds the date'
complete -c mpn-renewal -l competency-field -x -a '' -d 'column or member that holds the competency'
complete -c mpn-renewal -l label-field -x -a '' -d 'column or member that says whose offer it is'
complete -c mpn-renewal -l excel -d 'csv only: open correctly in Excel'
complete -c mpn-renewal -s q -l quiet -d 'no messages about bad records'
complete -c mpn-renewal -l color -x -a 'auto always never' -d 'whether text is colored'
complete -c mpn-renewal -l lang -x -a 'en ko' -d 'language of text and messages'
complete -c mpn-renewal -l list -d 'list the catalogue'
complete -c mpn-renewal -l schema -d 'print the JSON Schema of the output'
complete -c mpn-renewal -l generate -x -a 'man complete-bash complete-zsh complete-fish' -d 'print the man page or the completions for a shell'
complete -c mpn-renewal -s h -l help -d 'print a summary of the options'
complete -c mpn-renewal -s V -l version -d 'print the version'
