# bash completion for mpn-renewal

# Completes the rest of a competency name after the words $1 already typed, in any case. Names are
# not quoted, because all words after the date are the competency.
_mpn_renewal_competencies() {
  local typed=$1 name
  while IFS= read -r name; do
    [[ ${name,,} == "${typed,,}${cur,,}"* ]] && COMPREPLY+=("${name:${#typed}}")
  done <<'END'
Application Development
App Integration
Cloud Platform
DevOps
Datacenter
Cloud Business Applications
Enterprise Resource Planning
Project and Portfolio
Data Analytics
Data Platform
Collaboration and Content
Communications
Cloud Productivity
Enterprise Mobility Management
Messaging
Security
Small and Midmarket Cloud Solutions
Windows and Devices
Analytics on Microsoft Azure
Data Warehouse Migration to Microsoft Azure
Kubernetes on Microsoft Azure
Linux and Open Source Databases Migration to Microsoft Azure
Microsoft Windows Virtual Desktop
Modernization of Web Applications to Microsoft Azure
SAP on Microsoft Azure
Windows Server and SQL Server Migration to Microsoft Azure
Low Code Application Development
Small and Midsize Business Management
Adoption and Change Management
Calling for Microsoft Teams
Meetings and Meeting Rooms for Microsoft Teams
Teamwork Deployment
Identity and Access Management
Threat Protection
Microsoft Action Pack
END
}

_mpn_renewal() {
  local options='-f --format --json -i --input --from -o --output -a --anniversary -t --term --as-of --only --sort --check --waves --date-order --date-field --competency-field --label-field --excel -q --quiet --color --lang --list --schema --generate -h --help -V --version'
  # The options that take a value, also as the last letter of a bundle such as -qf.
  local value_options='-f --format -i --input --from -o --output -t --term --as-of --only --waves --date-order --date-field --competency-field --label-field --color --lang --generate'
  local bundle='^-[aqhV]+[fiot]$'
  local cur=${COMP_WORDS[COMP_CWORD]} option='' date='' typed='' only_words='' prefix='' values='' word i
  COMPREPLY=()
  # Of the words before the cursor: the option whose value is completed, the date, and the words after it.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]//[\"\'\\]/}
    if [[ $word == '=' && -n $option ]]; then
      :
    elif [[ -n $option ]]; then
      option=''
    elif [[ -z $only_words && $word == -- ]]; then
      only_words=yes
    elif [[ -z $only_words && " $value_options " == *" $word "* ]]; then
      option=$word
    elif [[ -z $only_words && $word =~ $bundle ]]; then
      option=-${word: -1}
    elif [[ -z $only_words && $word == -?* ]]; then
      :
    elif [[ -z $date ]]; then
      date=$word
    elif [[ -n $word ]]; then
      typed+="$word "
    fi
  done
  if [[ -n $option && $cur == '=' ]]; then
    cur=''
  elif [[ -z $option && -z $only_words && $cur == --*=* ]]; then
    option=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
  fi
  case $option in
    -f | --format) values='text json ndjson csv ics html' ;;
    -i | --input) compopt -o default ;;
    --from) values='lines ndjson' ;;
    -o | --output) compopt -o default ;;
    -t | --term) values='current' ;;
    --as-of) values='today' ;;
    --waves) values='article all' ;;
    --date-order) values='dmy mdy' ;;
    --color) values='auto always never' ;;
    --lang) values='en ko' ;;
    --generate) values='man complete-bash complete-zsh complete-fish' ;;
  esac
  if [[ -n $option ]]; then
    COMPREPLY=($(compgen -P "$prefix" -W "$values" -- "$cur"))
    return
  fi
  cur=${cur#[\"\']}
  cur=${cur//\\/}
  if [[ -z $only_words && $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  [[ -n $date ]] && _mpn_renewal_competencies "$typed"
  [[ -z $cur && ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -W "$options"))
}

complete -F _mpn_renewal mpn-renewal
