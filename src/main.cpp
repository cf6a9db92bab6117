#include "mpn/renewal.hpp"
int main() {}
